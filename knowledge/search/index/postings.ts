/** For each key the documents that hold it, with a weight each; packed, since there are millions at a large desk. */
export type Postings = {
  /** How many documents hold the key. */
  count(key: number): number;
  /** Calls back once for every document that holds the key. */
  each(key: number, visit: (document: number, weight: number) => void): void;
};

/** `rows[document]`: key → weight. */
export function packPostings(rows: readonly ReadonlyMap<number, number>[]): Postings {
  const counts = countKeys(rows);
  const keys = Int32Array.from(counts.keys()).sort();
  const starts = startsOf(keys, counts);
  const slots = new Map(Array.from(keys, (key, slot) => [key, starts[slot] ?? 0]));
  const total = starts[keys.length] ?? 0;
  const documents = new Int32Array(total);
  const weights = new Float32Array(total);
  for (const [document, row] of rows.entries()) {
    for (const [key, weight] of row) {
      const at = slots.get(key) ?? 0;
      documents[at] = document;
      weights[at] = weight;
      slots.set(key, at + 1);
    }
  }
  return readPostings(keys, starts, documents, weights);
}

function countKeys(rows: readonly ReadonlyMap<number, number>[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rows) for (const key of row.keys()) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function startsOf(keys: Int32Array, counts: ReadonlyMap<number, number>): Int32Array {
  const starts = new Int32Array(keys.length + 1);
  for (const [slot, key] of keys.entries()) starts[slot + 1] = (starts[slot] ?? 0) + (counts.get(key) ?? 0);
  return starts;
}

function readPostings(
  keys: Int32Array,
  starts: Int32Array,
  documents: Int32Array,
  weights: Float32Array,
): Postings {
  return {
    count(key) {
      const slot = findSlot(keys, key);
      return slot < 0 ? 0 : (starts[slot + 1] ?? 0) - (starts[slot] ?? 0);
    },
    each(key, visit) {
      const slot = findSlot(keys, key);
      if (slot < 0) return;
      for (let at = starts[slot] ?? 0; at < (starts[slot + 1] ?? 0); at += 1)
        visit(documents[at] ?? 0, weights[at] ?? 0);
    },
  };
}

function findSlot(keys: Int32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = keys[middle] ?? 0;
    if (found === key) return middle;
    if (found < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
