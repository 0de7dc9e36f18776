/** Items in a row that both lists have, or that only one has. */
export type Run = { readonly kind: 'same' | 'added' | 'removed'; readonly items: readonly string[] };

/** Comparing takes the product of both lengths; above this many items it is not worth the wait. */
const mostItems = 3_000;

/** One list turned into another: the least that goes and comes, in order. */
export function findRuns(before: readonly string[], after: readonly string[]): readonly Run[] {
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).toReversed(), after.slice(start).toReversed());
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  return join([
    { kind: 'same', items: before.slice(0, start) },
    ...(a.length + b.length > mostItems ? exchange(a, b) : compare(a, b)),
    { kind: 'same', items: before.slice(before.length - end) },
  ]);
}

function exchange(a: readonly string[], b: readonly string[]): readonly Run[] {
  return [
    { kind: 'removed', items: a },
    { kind: 'added', items: b },
  ];
}

/** Along the longest common subsequence; what is not in it is removed or added. */
function compare(a: readonly string[], b: readonly string[]): readonly Run[] {
  const longest = lengthsOfCommon(a, b);
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', items: [a[i] ?? ''] });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && longest(i + 1, j) >= longest(i, j + 1))) {
      runs.push({ kind: 'removed', items: [a[i] ?? ''] });
      i += 1;
    } else {
      runs.push({ kind: 'added', items: [b[j] ?? ''] });
      j += 1;
    }
  }
  return runs;
}

/** How much the rest of both lists, from two places on, have in common. */
function lengthsOfCommon(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => table[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}

function join(runs: readonly Run[]): readonly Run[] {
  const joined: { kind: Run['kind']; items: string[] }[] = [];
  for (const { kind, items } of runs) {
    if (items.length === 0) continue;
    const last = joined.at(-1);
    if (last?.kind === kind) last.items.push(...items);
    else joined.push({ kind, items: [...items] });
  }
  return joined;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1;
  return length;
}
