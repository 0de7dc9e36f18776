import type { Folded } from './secret-fold.ts';
import { type NumberPart, readNumberWord } from './secret-number-words.ts';

/** Digits that follow each other in a text, however they are written and parted. Places are in `Folded.plain`. */
export type Digits = {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  /** How many digits each written part has: `907 612` is 3, 3. */
  readonly groups: readonly number[];
  /** True when some part was written as a word. */
  readonly words: boolean;
  /** Words such as "sedan" that stood between. */
  readonly fillers: number;
};

export type Atom = {
  readonly from: number;
  readonly to: number;
  /** `part`: of a number that is said; `digits` may also be a letter that looks like one, inside a number. */
  readonly is:
    | { readonly kind: 'digits'; readonly digits: string }
    | { readonly kind: 'part'; readonly part: NumberPart; readonly last: boolean; readonly first: boolean }
    | { readonly kind: 'word'; readonly word: string };
};

/** A telephone number with its country is as long; what is longer is looked for in parts. */
const mostDigits = 13;
/** Signs between two parts of one number; more is something else. */
const widestGap = 8;
const mostFillers = 5;
const fillers = new Set(
  `och sen sedan darefter dar efter sa siffran siffrorna nasta forsta andra tredje fjarde femte sjatte sista resten halvan delen borjar
   slutar med pa i ar det den de dom foljt av igen streck bindestreck minus plus punkt mellanslag snedstreck och till slut samt
   koden kod and then dash hyphen dot space slash point is the first second third last half rest starts ends with followed by next`.split(
    /\s+/,
  ),
);
const looksLikeDigit: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1' };

/** What a text is made of, as numbers see it. */
export function readAtoms({ plain }: Folded): Atom[] {
  // "De fyra sista är …" counts digits and says none.
  const counted = plain.replaceAll(/\b(?:fyra|tre|tva) sista\b|\bsista (?:fyra|tre|tva)\b/gu, (words) =>
    words.replaceAll(/[a-z]/gu, 'x'),
  );
  return [...counted.matchAll(/[0-9]+|\p{L}+/gu)].flatMap((found) => {
    const from = found.index;
    const to = from + found[0].length;
    return /^[0-9]/.test(found[0])
      ? [{ from, to, is: { kind: 'digits', digits: found[0] } } as const]
      : readWord(found[0], from, to, counted);
  });
}

function readWord(word: string, from: number, to: number, text: string): Atom[] {
  const digit = looksLikeDigit[word];
  const insideNumber = /[0-9]/.test(text[from - 1] ?? '') || /[0-9]/.test(text[to] ?? '');
  if (digit !== undefined && insideNumber) return [{ from, to, is: { kind: 'digits', digits: digit } }];
  const parts = readNumberWord(word === 'o' ? 'oh' : word);
  if (parts === null) return [{ from, to, is: { kind: 'word', word } }];
  return parts.map((part, n) => {
    const place = { first: n === 0, last: n === parts.length - 1 };
    return { from, to, is: { kind: 'part', part, ...place } };
  });
}

/** Calls `visit` with every run of digits that the text can be read as, the short ones before the long. */
export function visitDigits(atoms: readonly Atom[], visit: (digits: Digits) => void): void {
  for (const [index, { from, is }] of atoms.entries()) {
    if (is.kind === 'digits' || (is.kind === 'part' && is.first)) {
      walk(atoms, index, { digits: '', from, to: from, groups: [], words: false, fillers: 0 }, visit);
    }
  }
}

function walk(atoms: readonly Atom[], index: number, known: Digits, visit: (digits: Digits) => void): void {
  for (const option of optionsAt(atoms, index)) {
    const last = atoms[option.next - 1];
    const digits = known.digits + option.digits;
    if (last === undefined || digits.length > mostDigits) continue;
    const groups = [...known.groups, option.digits.length];
    const reached = { ...known, digits, groups, to: last.to, words: known.words || option.words };
    // A number ends where a word ends.
    if (last.is.kind !== 'part' || last.is.last) visit(reached);
    const on = nextNumber(atoms, option.next);
    if (on !== null) walk(atoms, on.index, { ...reached, fillers: reached.fillers + on.fillers }, visit);
  }
}

/** Where the number goes on: the next part, a few signs and filling words away. */
function nextNumber(atoms: readonly Atom[], index: number): { index: number; fillers: number } | null {
  for (let n = index; n - index <= mostFillers; n += 1) {
    const before = atoms[n - 1];
    const atom = atoms[n];
    if (before === undefined || atom === undefined) return null;
    if (atom.from - before.to > widestGap) return null;
    if (atom.is.kind !== 'word') return { index: n, fillers: n - index };
    if (!fillers.has(atom.is.word) && !/^x+$/.test(atom.is.word)) return null;
  }
  return null;
}

type Option = { readonly digits: string; readonly next: number; readonly words: boolean };

function optionsAt(atoms: readonly Atom[], index: number): Option[] {
  const is = atoms[index]?.is;
  if (is === undefined || is.kind === 'word') return [];
  if (is.kind === 'digits') return [{ digits: is.digits, next: index + 1, words: false }];
  if (is.part.kind === 'double') {
    return optionsAt(atoms, index + 1)
      .filter(({ digits }) => digits.length === 1)
      .map((option) => ({ ...option, digits: option.digits.repeat(2), words: true }));
  }
  const said = [below100(atoms, index), alone(is.part, index), whole(atoms, index)];
  const options = said.flatMap((number) =>
    number === null ? [] : [{ digits: String(number.value), next: number.next, words: true }],
  );
  return options.filter(
    ({ digits, next }, n) => !options.slice(0, n).some((o) => o.digits === digits && o.next === next),
  );
}

type Said = { readonly value: number; readonly next: number };

function partAt(atoms: readonly Atom[], index: number): NumberPart | null {
  const is = atoms[index]?.is;
  return is?.kind === 'part' ? is.part : null;
}

function alone({ kind, value }: NumberPart, index: number): Said | null {
  return kind === 'unit' || kind === 'teen' || kind === 'tens' ? { value, next: index + 1 } : null;
}

function below100(atoms: readonly Atom[], index: number): Said | null {
  const part = partAt(atoms, index);
  const unit = partAt(atoms, index + 1);
  if (part?.kind === 'tens' && unit?.kind === 'unit' && unit.value > 0) {
    return { value: part.value + unit.value, next: index + 2 };
  }
  return part && alone(part, index);
}

function below1000(atoms: readonly Atom[], index: number): Said | null {
  const head = below100(atoms, index);
  const at = head?.next ?? index;
  if (partAt(atoms, at)?.kind !== 'hundred') return head;
  const rest = below100(atoms, at + 1);
  return { value: (head?.value ?? 1) * 100 + (rest?.value ?? 0), next: rest?.next ?? at + 1 };
}

/** Niohundrasjutusen sexhundratolv. */
function whole(atoms: readonly Atom[], index: number): Said | null {
  const head = below1000(atoms, index);
  const at = head?.next ?? index;
  if (partAt(atoms, at)?.kind !== 'thousand') return head;
  const rest = below1000(atoms, at + 1);
  return { value: (head?.value ?? 1) * 1000 + (rest?.value ?? 0), next: rest?.next ?? at + 1 };
}
