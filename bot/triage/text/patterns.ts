import { fold } from './fold.ts';
import {
  type Candidate,
  createPatternIndex,
  type Entry,
  type FirstWord,
  lookUpWord,
  setsOf,
  type WordCandidates,
} from './pattern-index.ts';

/** A set of word patterns. */
export type Patterns = {
  readonly source: string;
  /** The longest alternative that begins at `start` and where it ends; -1 when there is none. */
  readonly matchAt: (line: string, start: number) => number;
  /** False: none of it is in the line, which is so for most sets and most lines. */
  readonly mayMatch: (line: string) => boolean;
};

export type Found = { readonly text: string; readonly index: number };

/**
 * Reads patterns for `toLine` text, one a line or separated by `|`. Within a pattern: `*` is any rest of a
 * word, `a/b` either word, `#` a number, `_` up to three words of the same clause, `?` after a word makes it optional.
 * Written with å ä ö; matched without.
 */
export function patterns(source: string): Patterns {
  const alternatives = source
    .split(/[|\n]/)
    .map((alternative) => alternative.trim())
    .filter((alternative) => alternative !== '')
    // The longest first: the first alternative that fits is taken.
    .sort((a, b) => b.length - a.length);
  const index = createPatternIndex(alternatives.map(toEntry));
  lines.clear();
  return { source, matchAt, mayMatch: (line) => index.isAmong(readLine(line).sets) };

  function matchAt(line: string, start: number): number {
    const word = readLine(line).words.get(start);
    if (word === undefined) return -1;
    for (const candidate of index.among(word)) {
      const end = candidate.matchAt(line, start);
      if (end >= 0) return end;
    }
    return -1;
  }
}

/** What the sets can do with a line's words, by where each begins. */
type ReadLine = {
  readonly words: ReadonlyMap<number, WordCandidates>;
  readonly sets: ReadonlySet<number>;
};

/** Every set asks for every word of a line: they are cut out and looked up once. */
const lines = new Map<string, ReadLine>();
const rememberedLines = 50;

function readLine(line: string): ReadLine {
  const known = lines.get(line);
  if (known !== undefined) return known;
  const words = new Map<number, WordCandidates>();
  for (let start = nextWord(line, 0); start > 0; start = nextWord(line, start)) {
    const space = line.indexOf(' ', start);
    words.set(start, lookUpWord(line.slice(start, space < 0 ? undefined : space)));
  }
  const read = { words, sets: setsOf([...words.values()]) };
  if (lines.size >= rememberedLines) lines.clear();
  lines.set(line, read);
  return read;
}

function toEntry(alternative: string, order: number): Entry {
  return { candidate: toCandidate(alternative, order), first: firstWordsOf(alternative) };
}

/** Plain words are compared; an expression is made when it is first tried, since most never are. */
function toCandidate(alternative: string, order: number): Candidate {
  const plain = isPlain(alternative) ? `${fold(alternative).replace(/\s+/g, ' ')} ` : null;
  if (plain !== null) {
    const length = plain.length - 1;
    return { order, matchAt: (line, start) => (line.startsWith(plain, start) ? start + length : -1) };
  }
  let regex: RegExp | null = null;
  return {
    order,
    matchAt: (line, start) => {
      regex ??= new RegExp(`${toExpression(alternative)}(?= )`, 'uy');
      regex.lastIndex = start;
      return regex.test(line) ? regex.lastIndex : -1;
    },
  };
}

function isPlain(alternative: string): boolean {
  return !/[*#/?]|(?:^|\s)_(?:\s|$)/.test(alternative);
}

function firstWordsOf(alternative: string): FirstWord[] {
  const [first = ''] = alternative.split(/\s+/);
  if (first === '_' || first.endsWith('?')) return [null];
  return first.split('/').map((word) => toFirstWord(fold(word)));
}

function toFirstWord(word: string): FirstWord {
  if (!/[*#]/.test(word)) return { kind: 'whole', letters: word };
  const start = word.replace(/[*#].*$/, '');
  if (start !== '') return { kind: 'start', letters: start };
  const end = word.replace(/^.*[*#]/, '');
  return end === '' ? null : { kind: 'end', letters: end };
}

function toExpression(alternative: string): string {
  return alternative
    .split(/\s+/)
    .map((step, index) => {
      if (step === '_') return '(?: [\\p{L}\\p{N}:]+){0,3}';
      const optional = step.endsWith('?');
      const word = toWord(optional ? step.slice(0, -1) : step);
      const gap = index === 0 ? '' : ' ';
      return optional ? `(?:${gap}${word})?` : `${gap}${word}`;
    })
    .join('');
}

function toWord(step: string): string {
  const words = step.split('/').map((word) =>
    fold(word)
      .replace(/[.+^${}()[\]\\]/g, '\\$&')
      .replaceAll('#', '\\d+')
      .replaceAll('*', '[\\p{L}\\p{N}:]*'),
  );
  return words.length === 1 ? (words[0] ?? '') : `(?:${words.join('|')})`;
}

/** Whether any of the patterns occurs in the line. */
export function matches(line: string, set: Patterns): boolean {
  if (!set.mayMatch(line)) return false;
  for (let start = nextWord(line, 0); start > 0; start = nextWord(line, start)) {
    if (set.matchAt(line, start) >= 0) return true;
  }
  return false;
}

/** Every stretch of the line that a pattern matches, in order; none begins inside another. */
export function findAll(line: string, set: Patterns): Found[] {
  const found: Found[] = [];
  if (!set.mayMatch(line)) return found;
  for (let start = nextWord(line, 0); start > 0; ) {
    const end = set.matchAt(line, start);
    if (end > start) found.push({ text: line.slice(start, end), index: start });
    start = nextWord(line, Math.max(end, start));
  }
  return found;
}

/** The line without what the patterns match. */
export function without(line: string, set: Patterns): string {
  const kept = findAll(line, set).reduceRight(
    (left, { text, index }) => left.slice(0, index) + left.slice(index + text.length),
    line,
  );
  return kept.replace(/\s+/g, ' ');
}

/** Where the next word begins after a place of the line; 0 when there is none. */
function nextWord(line: string, place: number): number {
  return line.indexOf(' ', place) + 1;
}
