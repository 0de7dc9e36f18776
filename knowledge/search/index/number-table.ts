/** Numbers for keys, given from 0 up: a map without the weight of one, and ready to be stored as it is. */
export type NumberTable = {
  /** -1: the key has none. */
  get(key: number): number;
  packed(): PackedNumbers;
};
export type PackedNumbers = { readonly keys: Int32Array; readonly slots: Int32Array };

export type GrowingNumberTable = NumberTable & {
  /** The key's number, given now if it had none. */
  give(key: number): number;
  size(): number;
};

/** Keys are whole numbers of 32 bits. */
export function createNumberTable(): GrowingNumberTable {
  let table = emptyTable(256);
  let held = 0;
  return {
    size: () => held,
    get: (key) => table.slots[findPlace(table, key)] ?? -1,
    give(key) {
      let place = findPlace(table, key);
      const known = table.slots[place] ?? -1;
      if (known >= 0) return known;
      if (held * 2 >= table.slots.length) {
        table = enlarge(table);
        place = findPlace(table, key);
      }
      table.keys[place] = key;
      table.slots[place] = held;
      held += 1;
      return held - 1;
    },
    packed: () => table,
  };
}

export function readNumberTable(packed: PackedNumbers): NumberTable {
  return { get: (key) => packed.slots[findPlace(packed, key)] ?? -1, packed: () => packed };
}

/** `size` is a power of two. */
function emptyTable(size: number): PackedNumbers {
  return { keys: new Int32Array(size), slots: new Int32Array(size).fill(-1) };
}

function enlarge(table: PackedNumbers): PackedNumbers {
  const larger = emptyTable(table.slots.length * 2);
  for (let place = 0; place < table.slots.length; place += 1) {
    const slot = table.slots[place] ?? -1;
    if (slot < 0) continue;
    const key = table.keys[place] ?? 0;
    const to = findPlace(larger, key);
    larger.keys[to] = key;
    larger.slots[to] = slot;
  }
  return larger;
}

/** Where the key is, or may be put. */
function findPlace({ keys, slots }: PackedNumbers, key: number): number {
  const mask = slots.length - 1;
  let place = spread(key) & mask;
  while ((slots[place] ?? -1) >= 0 && keys[place] !== key) place = (place + 1) & mask;
  return place;
}

/** Neighbours are strewn, so that a run of keys makes no queue. */
export function spread(key: number): number {
  const mixed = Math.imul(key ^ (key >>> 16), 0x45d9f3b);
  return mixed ^ (mixed >>> 13);
}
