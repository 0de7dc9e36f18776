import { createNumberList } from './number-list.ts';
import { createNumberTable, type NumberTable, type PackedNumbers, readNumberTable } from './number-table.ts';

/** For each key the documents that hold it, with a weight each; packed, since there are millions at a large desk. */
export type Postings = {
  /** How many documents hold the key. */
  count(key: number): number;
  /** Calls back once for every document that holds the key. */
  each(key: number, visit: (document: number, weight: number) => void): void;
  /** What the key weighs in the document; 0 when it is not there. Some steps of a search by halves. */
  weightIn(key: number, document: number): number;
  /** The same for somebody who asks about many documents. Null: none holds the key. */
  weightsOf(key: number): ((document: number) => number) | null;
  packed(): PackedPostings;
};

/** `slots` numbers the keys; the pairs of one stand from its start up to the next one's. */
export type PackedPostings = {
  readonly slots: PackedNumbers;
  readonly starts: Uint32Array;
  readonly pairs: Uint32Array;
};

export type PostingsBuilder = {
  /** At most once for a key and a document. Documents come one after the other, from 0 up. */
  add(key: number, document: number, weight: number): void;
  pack(): Postings;
};

export function createPostingsBuilder(): PostingsBuilder {
  const slots = createNumberTable();
  const slotOf = createNumberList();
  const pairs = createNumberList();
  return {
    add(key, document, weight) {
      slotOf.push(slots.give(key));
      pairs.push(packPair(document, weight));
    },
    pack: () => pack(slots, slots.size(), slotOf.pack(), pairs.pack()),
  };
}

/** Sorts the pairs by key; within one they stay in the documents' order. */
function pack(slots: NumberTable, keys: number, slotOf: Uint32Array, pairs: Uint32Array): Postings {
  const starts = new Uint32Array(keys + 1);
  for (let at = 0; at < slotOf.length; at += 1)
    starts[(slotOf[at] ?? 0) + 1] = (starts[(slotOf[at] ?? 0) + 1] ?? 0) + 1;
  for (let slot = 0; slot < keys; slot += 1) starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0);
  const next = starts.slice(0, keys);
  const sorted = new Uint32Array(pairs.length);
  for (let at = 0; at < slotOf.length; at += 1) {
    const slot = slotOf[at] ?? 0;
    const place = next[slot] ?? 0;
    sorted[place] = pairs[at] ?? 0;
    next[slot] = place + 1;
  }
  return readPostings({ slots: slots.packed(), starts, pairs: sorted });
}

export function readPostings(packed: PackedPostings): Postings {
  const { starts, pairs: sorted } = packed;
  const slots = readNumberTable(packed.slots);
  const weightsOf = (key: number): ((document: number) => number) | null => {
    const slot = slots.get(key);
    if (slot < 0) return null;
    const start = starts[slot] ?? 0;
    const end = starts[slot + 1] ?? 0;
    return (document) => {
      let low = start;
      let high = end;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sorted[middle] ?? 0) >>> 8 < document) low = middle + 1;
        else high = middle;
      }
      const pair = low < end ? (sorted[low] ?? 0) : 0;
      return low < end && pair >>> 8 === document ? (pair & 255) / 10 : 0;
    };
  };
  return {
    packed: () => packed,
    count(key) {
      const slot = slots.get(key);
      return slot < 0 ? 0 : (starts[slot + 1] ?? 0) - (starts[slot] ?? 0);
    },
    each(key, visit) {
      const slot = slots.get(key);
      if (slot < 0) return;
      const end = starts[slot + 1] ?? 0;
      for (let at = starts[slot] ?? 0; at < end; at += 1) {
        const pair = sorted[at] ?? 0;
        visit(pair >>> 8, (pair & 255) / 10);
      }
    },
    weightIn: (key, document) => weightsOf(key)?.(document) ?? 0,
    weightsOf,
  };
}

/** Document number and weight in 32 bits: up to 16 million documents, weights in tenths up to 25. */
export function packPair(document: number, weight: number): number {
  return document * 256 + Math.min(255, Math.max(1, Math.round(weight * 10)));
}
