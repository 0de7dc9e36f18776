/** Something that happens at an instant of the simulated clock. */
export type Happening = { readonly at: number; readonly order: number; readonly run: () => Promise<void> };

/** What is still to come, earliest first; of two at one instant the one that was planned first. A binary heap. */
export function createEventQueue() {
  const heap: Happening[] = [];
  let planned = 0;
  const before = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    if (!one || !other) return false;
    return one.at < other.at || (one.at === other.at && one.order < other.order);
  };
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };
  const up = (index: number): void => {
    const parent = (index - 1) >> 1;
    if (index === 0 || !before(index, parent)) return;
    swap(index, parent);
    up(parent);
  };
  const down = (index: number): void => {
    const [left, right] = [2 * index + 1, 2 * index + 2];
    const least = before(right, left) ? right : left;
    if (!before(least, index)) return;
    swap(least, index);
    down(least);
  };
  return {
    get size() {
      return heap.length;
    },
    plan(at: Date, run: () => Promise<void>): void {
      planned += 1;
      heap.push({ at: at.getTime(), order: planned, run });
      up(heap.length - 1);
    },
    next(): Happening | null {
      const [first] = heap;
      const last = heap.pop();
      if (first === undefined || last === undefined) return null;
      if (heap.length > 0) {
        heap[0] = last;
        down(0);
      }
      return first;
    },
  };
}
