const shortestWord = 4;
const longestWord = 30;
const mostFound = 3;

/** Knows words, and which of them a misspelt one may have meant. */
export type Speller = { nearest(word: string): string[] };

/** The words are read when the first one is looked for: most questions are spelt as some note is. */
export function createSpeller(known: () => Iterable<string>): Speller {
  let drawers: Map<string, Known[]> | null = null;
  return {
    nearest(word) {
      if (word.length < shortestWord || word.length > longestWord || /\d/.test(word)) return [];
      drawers ??= sortByBeginning(known());
      return nearestOf(word, (length) => drawers?.get(`${word[0]}${length}`) ?? []);
    },
  };
}

type Known = { readonly word: string; readonly letters: number };

function sortByBeginning(known: Iterable<string>): Map<string, Known[]> {
  const drawers = new Map<string, Known[]>();
  for (const word of known) {
    if (word.length < shortestWord || word.length > longestWord + 2) continue;
    const name = `${word[0]}${word.length}`;
    const drawer = drawers.get(name);
    const entry = { word, letters: lettersIn(word) };
    if (drawer) drawer.push(entry);
    else drawers.set(name, [entry]);
  }
  return drawers;
}

/**
 * Known words that a misspelt one may have meant: one slip (a letter missing, added, changed or two swapped), two
 * in a word of eight letters or more. The first letter must agree, as it nearly always does.
 */
export function nearestWords(word: string, known: Iterable<string>): string[] {
  return createSpeller(() => known).nearest(word);
}

function nearestOf(word: string, drawerOf: (length: number) => readonly Known[]): string[] {
  const letters = lettersIn(word);
  const allowed = word.length >= 8 ? 2 : 1;
  let best = allowed;
  let found: string[] = [];
  for (let length = word.length - allowed; length <= word.length + allowed; length += 1) {
    for (const candidate of drawerOf(length)) {
      if (bitsIn(letters ^ candidate.letters) > best * 2) continue;
      const slips = countSlips(word, candidate.word, best);
      if (slips < best) found = [];
      if (slips > best) continue;
      best = slips;
      found.push(candidate.word);
    }
  }
  return found.slice(0, mostFound);
}

/** Which letters a word has, one bit each: a slip changes two bits at most, so most words need no closer look. */
function lettersIn(word: string): number {
  let bits = 0;
  for (let at = 0; at < word.length; at += 1) bits |= 1 << (word.charCodeAt(at) & 31);
  return bits;
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
