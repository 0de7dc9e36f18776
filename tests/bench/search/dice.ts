export type Dice = {
  /** 0 ≤ whole number < sides. */
  under(sides: number): number;
  one<Item>(items: readonly Item[]): Item;
  /** The first items far oftener than the last, as words are in a language (Zipf). */
  skewed<Item>(items: readonly Item[]): Item;
};

/** Chance that comes out the same each time: mulberry32. */
export function createDice(seed: number): Dice {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const pick = <Item>(items: readonly Item[], share: number): Item => {
    const item = items[Math.min(items.length - 1, Math.floor(items.length * share))];
    if (item === undefined) throw new Error('there is nothing to pick from');
    return item;
  };
  return {
    under: (sides) => Math.floor(next() * sides),
    one: (items) => pick(items, next()),
    skewed: (items) => pick(items, (items.length ** next() - 1) / Math.max(1, items.length - 1)),
  };
}
