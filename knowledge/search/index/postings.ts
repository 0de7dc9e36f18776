/** For each key the documents that hold it, with a weight each; packed, since there are millions at a large desk. */
export type Postings = {
  /** How many documents hold the key. */
  count(key: number): number;
  /** Calls back once for every document that holds the key. */
  each(key: number, visit: (document: number, weight: number) => void): void;
};

export type PostingsBuilder = {
  /** Adds to the document's weight for the key. Documents come one after the other, from 0 up. */
  add(key: number, document: number, weight: number): void;
  pack(): Postings;
};

export function createPostingsBuilder(): PostingsBuilder {
  /** Key → document, weight, document, weight … */
  const lists = new Map<number, number[]>();
  return {
    add(key, document, weight) {
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [document, weight]);
      else if (list[list.length - 2] === document) list[list.length - 1] = (list.at(-1) ?? 0) + weight;
      else list.push(document, weight);
    },
    pack: () => pack(lists),
  };
}

function pack(lists: ReadonlyMap<number, readonly number[]>): Postings {
  const keys = Int32Array.from(lists.keys()).sort();
  const starts = new Int32Array(keys.length + 1);
  for (let slot = 0; slot < keys.length; slot += 1) {
    starts[slot + 1] = (starts[slot] ?? 0) + (lists.get(keys[slot] ?? 0)?.length ?? 0) / 2;
  }
  const packed = new Uint32Array(starts[keys.length] ?? 0);
  for (let slot = 0; slot < keys.length; slot += 1) {
    const list = lists.get(keys[slot] ?? 0) ?? [];
    const start = starts[slot] ?? 0;
    for (let at = 0; at < list.length; at += 2)
      packed[start + at / 2] = packPair(list[at] ?? 0, list[at + 1] ?? 0);
  }
  return readPostings(keys, starts, packed);
}

/** Document number and weight in 32 bits: up to 16 million documents, weights in tenths up to 25. */
function packPair(document: number, weight: number): number {
  return document * 256 + Math.min(255, Math.max(1, Math.round(weight * 10)));
}

function readPostings(keys: Int32Array, starts: Int32Array, packed: Uint32Array): Postings {
  return {
    count(key) {
      const slot = findSlot(keys, key);
      return slot < 0 ? 0 : (starts[slot + 1] ?? 0) - (starts[slot] ?? 0);
    },
    each(key, visit) {
      const slot = findSlot(keys, key);
      if (slot < 0) return;
      const end = starts[slot + 1] ?? 0;
      for (let at = starts[slot] ?? 0; at < end; at += 1) {
        const pair = packed[at] ?? 0;
        visit(pair >>> 8, (pair & 255) / 10);
      }
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
