/** A stretch of text that both have, or that only one has. */
export type Stretch = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Comparing takes the product of both lengths; above this many words it is not worth the wait. */
const mostWords = 3_000;

/** What was changed from one text to another, word by word, in reading order. */
export function diffWords(before: string, after: string): readonly Stretch[] {
  return diff(splitWords(before), splitWords(after)).map(({ kind, items }) => ({
    kind,
    text: items.join(''),
  }));
}

/** What was changed from one list to another, item by item. */
export function diffItems(before: readonly string[], after: readonly string[]): readonly Stretch[] {
  return diff(before, after).flatMap(({ kind, items }) => items.map((text) => ({ kind, text })));
}

type Run = { readonly kind: Stretch['kind']; readonly items: readonly string[] };

function splitWords(text: string): string[] {
  return text.match(/\s+|[^\s]+/g) ?? [];
}

function diff(before: readonly string[], after: readonly string[]): readonly Run[] {
  const start = commonStart(before, after);
  const end = commonEnd(before.slice(start), after.slice(start));
  const a = before.slice(start, before.length - end);
  const b = after.slice(start, after.length - end);
  const middle: Run[] =
    a.length + b.length > mostWords
      ? [
          { kind: 'removed', items: a },
          { kind: 'added', items: b },
        ]
      : [...compare(a, b)];
  return join([
    { kind: 'same', items: before.slice(0, start) },
    ...middle,
    { kind: 'same', items: before.slice(before.length - end) },
  ]);
}

/** The longest common subsequence; what is not in it is removed or added. */
function compare(a: readonly string[], b: readonly string[]): readonly Run[] {
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number) => longest[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      longest[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const runs: Run[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      runs.push({ kind: 'same', items: [a[i] ?? ''] });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      runs.push({ kind: 'removed', items: [a[i] ?? ''] });
      i += 1;
    } else {
      runs.push({ kind: 'added', items: [b[j] ?? ''] });
      j += 1;
    }
  }
  return runs;
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

function commonEnd(a: readonly string[], b: readonly string[]): number {
  return commonStart(a.toReversed(), b.toReversed());
}
