import type { Found } from './secret-codes.ts';
import { type Folded, fold, isLetterOrDigit, squeeze } from './secret-fold.ts';
import { wordsForDigit, wordsForTeen } from './secret-number-words.ts';

/** A secret made of words, ready to be looked for. */
export type Phrase = {
  readonly kind: string;
  /** On `Folded.letters`: whatever signs, spaces and marks stand between. */
  readonly exact: RegExp;
  /** Shorter ones must be whole words. */
  readonly whole: boolean;
  /** The stems of the words that say something; empty: only the whole phrase is looked for. */
  readonly stems: readonly string[];
  /** What stands before the only telling word: `bakom` elskåpet. */
  readonly before: string | null;
};

/** Shorter values ("ja", "2") stand in sentences by chance and would black out everything. */
const shortest = 4;
const longEnough = 10;
const ending = /^(?:en|et|n|t|s|ens|ets|ar|or|er|arna|orna|erna|na|arnas|es)$/u;
const empty = new Set(
  `i pa av till en ett den det de och eller som hos vid fran med om ar inne ute dar har nara the a an of in on at to and or by is are under
   bakom over ovan ovanfor bredvid innanfor utanfor mellan ovanpa behind above next inside outside below`.split(
    /\s+/,
  ),
);
const places = new Set(
  'bakom under over ovanfor ovanpa bredvid innanfor utanfor mellan hos i pa vid behind below above inside beside'.split(
    ' ',
  ),
);

/** Null for what is too short to be told from ordinary words. `loosely`: a part of it or other endings tell as much. */
export function createPhrase(
  kind: string,
  value: string,
  { loosely = false, least = shortest }: { loosely?: boolean; least?: number } = {},
): Phrase | null {
  const squeezed = squeeze(value);
  if (squeezed.length < least) return null;
  const exact = new RegExp(patternOf(value), 'gu');
  const words = loosely ? wordsOf(fold(value)) : [];
  const telling = words.filter(({ word }) => isTelling(word));
  const first = words.findIndex(({ word }) => isTelling(word));
  const before = telling.length === 1 ? (words[first - 1]?.word ?? null) : null;
  return {
    kind,
    exact,
    whole: squeezed.length < longEnough,
    stems: [...new Set(telling.map(({ word }) => stem(word)))],
    before: before !== null && places.has(before) ? before : null,
  };
}

export function findPhrases(folded: Folded, phrases: readonly Phrase[]): Found[] {
  if (phrases.length === 0) return [];
  const words = phrases.some(({ stems }) => stems.length > 0) ? wordsOf(folded) : [];
  return phrases.flatMap((phrase) => [...findExact(folded, phrase), ...findLoosely(words, phrase)]);
}

/** Each letter as people write it who have no å, ä or ö, or whose machine has lost it; digits as words too. */
function patternOf(value: string): string {
  const letters = value
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/(?<![0-9])1[0-9](?![0-9])/gu, (n) => `{${n}}`);
  let pattern = '';
  for (const found of letters.matchAll(/\{(?<teen>1[0-9])\}|(?<one>[\s\S])/gu)) {
    const { teen, one = '' } = found.groups ?? {};
    pattern +=
      teen === undefined ? patternOfOne(one) : any([teen, ...wordsForTeen(Number(teen)), spelt(teen)]);
  }
  return pattern;
}

function spelt(digits: string): string {
  return Array.from(digits, (digit) => any([digit, ...wordsForDigit(digit)])).join('');
}

function patternOfOne(character: string): string {
  if (character === 'å') return '(?:aa?|ao)?';
  if (character === 'ä') return '(?:ae?|e)?';
  if (character === 'ö') return '(?:oe?|a)?';
  return Array.from(squeeze(character), (folded) =>
    /[0-9]/.test(folded) ? any([folded, ...wordsForDigit(folded)]) : folded,
  ).join('');
}

function any(words: readonly string[]): string {
  return `(?:${words.join('|')})`;
}

function findExact({ plain, letters, places: at }: Folded, { kind, exact, whole }: Phrase): Found[] {
  return [...letters.matchAll(exact)].flatMap((found) => {
    if (found[0] === '') return [];
    const from = at[found.index] ?? 0;
    const last = at[found.index + found[0].length - 1] ?? 0;
    const to = endOfWord(plain, last + 1);
    if (!whole) return [{ from, to, kind }];
    return isLetterOrDigit(plain[from - 1]) || isLetterOrDigit(plain[to]) ? [] : [{ from, to, kind }];
  });
}

/** Over an ending that Swedish hangs on: elskåp-ets. */
function endOfWord(plain: string, from: number): number {
  let to = from;
  while (isLetterOrDigit(plain[to])) to += 1;
  return ending.test(plain.slice(from, to)) ? to : from;
}

type Word = { readonly word: string; readonly from: number; readonly to: number };

function wordsOf({ plain }: Folded): Word[] {
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word,
    from: index,
    to: index + word.length,
  }));
}

/** Most of the telling words close together, in any order and with other endings. */
function findLoosely(words: readonly Word[], { kind, stems, before }: Phrase): Found[] {
  if (stems.length === 0) return [];
  if (stems.length === 1) return before === null ? [] : findPlaced(words, stems[0] ?? '', before, kind);
  const hits = words.flatMap((word, index) => {
    const which = stems.indexOf(stem(word.word));
    return which < 0 ? [] : [{ ...word, index, which }];
  });
  const needed = Math.max(2, Math.ceil(stems.length * 0.6));
  const reach = stems.length * 3;
  return hits.flatMap((first, n) => {
    const near = hits.slice(n).filter(({ index }) => index - first.index < reach);
    if (new Set(near.map(({ which }) => which)).size < needed) return [];
    return [{ from: startOfPlace(words, first.index), to: near.at(-1)?.to ?? first.to, kind }];
  });
}

/** "Bakom det gamla elskåpet". */
function findPlaced(words: readonly Word[], wanted: string, before: string, kind: string): Found[] {
  return words.flatMap(({ word, to }, index) => {
    if (stem(word) !== wanted) return [];
    const start = words.slice(Math.max(0, index - 3), index).findLast((earlier) => earlier.word === before);
    return start === undefined ? [] : [{ from: start.from, to, kind }];
  });
}

/** With the "bakom" before it. */
function startOfPlace(words: readonly Word[], index: number): number {
  const before = words[index - 1];
  const first = before !== undefined && places.has(before.word) ? before : words[index];
  return first?.from ?? 0;
}

function isTelling(word: string): boolean {
  return !empty.has(word) && (word.length >= 3 || /^[0-9]+$/.test(word));
}

function stem(word: string): string {
  const bare = word.replace(/s$/u, '').replace(/(?:arna|orna|erna|ar|or|er|en|et|an|n|t|a)$/u, '');
  return bare.length >= 3 ? bare : word;
}
