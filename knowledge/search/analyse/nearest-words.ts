import { stemSwedish } from './stem.ts';
import {
  drawerOf,
  lettersIn,
  longestWord,
  shortestStem,
  shortestWord,
  sortIntoDrawers,
  type WordDrawers,
} from './word-drawers.ts';

/** From this length on there may be two slips. */
const longForm = 8;
const mostFound = 3;

/** Knows words, and which of them a misspelt one may have meant. */
export type Speller = { nearest(word: string): string[] };

/** The words are sorted when the first one is looked for: most questions are spelt as some note is. */
export function createSpeller(sort: () => WordDrawers): Speller {
  let drawers: WordDrawers | null = null;
  return {
    nearest(word) {
      if (word.length < shortestWord || word.length > longestWord || /\d/.test(word)) return [];
      drawers ??= sort();
      return nearestIn(drawers, word);
    },
  };
}

/**
 * Known words that a misspelt one may have meant: one slip (a letter missing, added, changed or two swapped), two
 * in a word of eight letters or more; of equals those whose slip is the likelier. Another ending is none: stems are
 * compared too. The first letter must agree, as it nearly always does.
 */
export function nearestWords(word: string, known: Iterable<string>): string[] {
  const words = [...known];
  return createSpeller(() => sortIntoDrawers({ numbers: words.keys(), at: (n) => words[n] ?? '' })).nearest(
    word,
  );
}

/** How many slips lie between two words, or their stems if that is fewer; above `limit`: `limit + 1`. */
export function slipsBetween(a: string, b: string, limit: number): number {
  return Math.min(countSlips(a, b, limit), countSlips(stemSwedish(a), stemSwedish(b), limit));
}

type Near = { readonly word: string; readonly slips: number; readonly unlikely: number };

function nearestIn(drawers: WordDrawers, word: string): string[] {
  const stem = stemSwedish(word);
  const forms = stem === word || stem.length < shortestStem ? [word] : [word, stem];
  const near = forms.flatMap((form) => nearestTo(form, drawers));
  const least = Math.min(...near.map(({ slips }) => slips));
  const best = near.filter(({ slips }) => slips === least).sort((a, b) => a.unlikely - b.unlikely);
  return [...new Set(best.map((each) => each.word))].slice(0, mostFound);
}

function nearestTo(form: string, drawers: WordDrawers): Near[] {
  const letters = lettersIn(form);
  const allowed = form.length >= longForm ? 2 : 1;
  let best = allowed;
  let found: Near[] = [];
  for (let length = form.length - allowed; length <= form.length + allowed; length += 1) {
    drawers.each(drawerOf(form[0], length), (held, entry) => {
      if (bitsIn(letters ^ held) > best * 2) return;
      const known = drawers.formAt(entry);
      const slips = countSlips(form, known.form, best);
      if (slips < best) found = [];
      if (slips > best) return;
      best = slips;
      found.push({ word: known.word, slips, unlikely: unlikeliness(form, known.form) });
    });
  }
  return found;
}

/** Fingers swap letters, double them and leave them out; another letter than the right one is rarer. */
function unlikeliness(typed: string, meant: string): number {
  if (typed.length !== meant.length) return isDoubling(typed, meant) ? 0 : 1;
  return [...typed].sort().join('') === [...meant].sort().join('') ? 0 : 2;
}

function isDoubling(typed: string, meant: string): boolean {
  return undoubled(typed) === undoubled(meant);
}

function undoubled(word: string): string {
  return word.replace(/(.)\1+/g, '$1');
}

function bitsIn(bits: number): number {
  let left = bits;
  let count = 0;
  while (left !== 0) {
    left &= left - 1;
    count += 1;
  }
  return count;
}

/** Optimal string alignment distance; anything above `limit` comes back as `limit + 1`. */
export function countSlips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = nextRow(a, b, { row, last, beforeLast });
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

type Rows = {
  readonly row: number;
  readonly last: readonly number[];
  readonly beforeLast: readonly number[];
};

function nextRow(a: string, b: string, { row, last, beforeLast }: Rows): number[] {
  const far = Number.POSITIVE_INFINITY;
  const current = [row];
  for (let column = 1; column <= b.length; column += 1) {
    const same = a[row - 1] === b[column - 1];
    const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
    current.push(
      Math.min(
        (last[column] ?? far) + 1,
        (current[column - 1] ?? far) + 1,
        (last[column - 1] ?? far) + (same ? 0 : 1),
        swapped ? (beforeLast[column - 2] ?? far) + 1 : far,
      ),
    );
  }
  return current;
}
