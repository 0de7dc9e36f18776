/** Whole numbers, one after the other, without the weight of a JavaScript array of millions. */
export type NumberList = {
  readonly length: () => number;
  push(value: number): void;
  /** Exactly as long as the list. */
  pack(): Uint32Array;
};

export function createNumberList(room = 256): NumberList {
  let held = new Uint32Array(room);
  let length = 0;
  return {
    length: () => length,
    push(value) {
      if (length === held.length) {
        const larger = new Uint32Array(held.length * 2);
        larger.set(held);
        held = larger;
      }
      held[length] = value;
      length += 1;
    },
    pack: () => held.slice(0, length),
  };
}
