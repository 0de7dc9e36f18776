const shortestWord = 4;

/**
 * Known words that a misspelt one may have meant: one slip (a letter missing, added, changed or two swapped), two
 * in a word of eight letters or more. The first letter must agree, as it nearly always does.
 */
export function nearestWords(word: string, known: Iterable<string>): string[] {
  if (word.length < shortestWord || word.length > 30 || /\d/.test(word)) return [];
  const allowed = word.length >= 8 ? 2 : 1;
  let best = allowed;
  let found: string[] = [];
  for (const candidate of known) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > best) continue;
    if (candidate.length < shortestWord) continue;
    const slips = countSlips(word, candidate, best);
    if (slips < best) found = [];
    if (slips > best) continue;
    best = slips;
    found.push(candidate);
  }
  return found.slice(0, 3);
}

/** Optimal string alignment distance; anything above `limit` comes back as `limit + 1`. */
export function countSlips(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      const steps = [
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      ];
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) steps.push(at(beforeLast, column - 2) + 1);
      current.push(Math.min(...steps));
    }
    if (Math.min(...current) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(at(last, b.length), limit + 1);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
