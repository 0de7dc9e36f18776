import type { Desk } from '#bot/desk/desk.ts';
import { findPasswords, findPersonalIdentityNumbers, type Span } from '#bot/desk/secrets.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import { stripPrivate } from '#knowledge/note-body.ts';

/** Shorter values ("ja", "2") stand in sentences by chance. */
const shortestValue = 4;
/** Begins as a number that can be rung does, and has as many figures. */
const phone = /(?<![\p{L}\d.,/-])(?:\+\d{1,3}|00\d{2}|0\d{1,3})(?:[\s\-/()]{0,3}\d){5,12}(?![\d])/gu;

/**
 * Text that a model may read. It is made here only, so that nothing reaches a prompt unmasked: personal identity
 * numbers, passwords, telephone numbers and the values of withheld and secret facts have become `{hidden-1}`, and
 * [privat] parts are gone.
 */
export class MaskedText {
  readonly #text: string;
  readonly #hidden: ReadonlyMap<string, string>;

  private constructor(text: string, hidden: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#hidden = hidden;
  }

  static of(text: string, desk: Desk): MaskedText {
    const open = stripPrivate(text);
    const hidden = new Map<string, string>();
    const shown = merge(spansOf(open, desk)).reduceRight((left, { start, end }) => {
      const mark = `{hidden-${hidden.size + 1}}`;
      hidden.set(mark, open.slice(start, end));
      return left.slice(0, start) + mark + left.slice(end);
    }, open);
    // The mask of messages knows some more; what it finds is not brought back.
    return new MaskedText(maskSecrets(shown).text, hidden);
  }

  get text(): string {
    return this.#text;
  }

  /** A sentence made of this text, with what was hidden in it: only for whoever may read the text itself. */
  restore(sentence: string): string {
    return sentence.replace(/\{hidden-\d+\}/g, (mark) => this.#hidden.get(mark) ?? mark);
  }
}

function spansOf(text: string, desk: Desk): Span[] {
  const phones = [...text.matchAll(phone)].map((found) => spanOf(found));
  const values = findValues(text, withheldValues(desk));
  return [...findPasswords(text), ...findPersonalIdentityNumbers(text), ...phones, ...values];
}

function spanOf(found: RegExpExecArray): Span {
  return { start: found.index, end: found.index + found[0].length };
}

/** Values by their first letters, so that a text is read once however many there are. */
type Values = ReadonlyMap<string, readonly string[]>;

const byDesk = new WeakMap<Desk, Values>();

/** The values of facts that are secret, or that some contractor may not see, at every site. Read once for a desk. */
function withheldValues(desk: Desk): Values {
  const known = byDesk.get(desk);
  if (known !== undefined) return known;
  const { secretFacts, contractors } = desk.settings;
  const names = new Set([...secretFacts, ...contractors.flatMap(({ withhold }) => withhold)]);
  const facts = [...desk.sites.values()].flatMap((site) => Object.entries(site.facts));
  const values = facts.flatMap(([name, value]) => (names.has(name) ? [value.trim().toLowerCase()] : []));
  const made = Map.groupBy(new Set(values.filter(({ length }) => length >= shortestValue)), (value) =>
    value.slice(0, shortestValue),
  );
  byDesk.set(desk, made);
  return made;
}

/** Where a value stands by itself, whatever its letters' size. */
function findValues(text: string, values: Values): Span[] {
  if (values.size === 0) return [];
  const lower = lowerInPlace(text);
  const found: Span[] = [];
  for (let start = 0; start + shortestValue <= lower.length; start += 1) {
    for (const value of values.get(lower.slice(start, start + shortestValue)) ?? []) {
      const end = start + value.length;
      if (lower.startsWith(value, start) && isWhole(lower, start, end)) found.push({ start, end });
    }
  }
  return found;
}

/** In small letters of the same length: `İ` would become two, and nothing could be pointed at any more. */
function lowerInPlace(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text, (letter) => {
    const small = letter.toLowerCase();
    return small.length === letter.length ? small : letter;
  }).join('');
}

const partOfWord = /[\p{L}\d]/u;

function isWhole(text: string, start: number, end: number): boolean {
  return !partOfWord.test(text[start - 1] ?? ' ') && !partOfWord.test(text[end] ?? ' ');
}

function merge(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = kept.at(-1);
    if (last === undefined || span.start >= last.end) kept.push(span);
    else kept[kept.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return kept;
}
