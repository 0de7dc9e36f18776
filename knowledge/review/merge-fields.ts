/** What came of two people's changes of the same thing. */
export type Merged<T> = {
  readonly merged: T;
  /** Fields that the other changed and that were kept. */
  readonly theirs: readonly (keyof T)[];
  /** Fields that both changed, to different values; `merged` has mine. */
  readonly conflicts: readonly (keyof T)[];
};

/**
 * Merges field by field what I made of `base` into what is stored now. Lists in `sets`, where the order says
 * nothing, are merged entry by entry. `base` null: what I saw is not known, so every difference is a conflict.
 */
export function mergeFields<T extends Record<string, unknown>>(
  base: T | null,
  mine: T,
  current: T,
  sets: readonly (keyof T)[] = [],
): Merged<T> {
  const merged: T = { ...mine };
  const theirs: (keyof T)[] = [];
  const conflicts: (keyof T)[] = [];
  for (const field of Object.keys(mine) as (keyof T)[]) {
    if (isSame(mine[field], current[field])) continue;
    if (base === null) conflicts.push(field);
    else if (isSame(base[field], mine[field])) {
      merged[field] = current[field];
      theirs.push(field);
    } else if (!isSame(base[field], current[field])) {
      const both = sets.includes(field) ? mergeSets(base[field], mine[field], current[field]) : null;
      if (both === null) conflicts.push(field);
      else {
        Object.assign(merged, { [field]: both });
        theirs.push(field);
      }
    }
  }
  return { merged, theirs, conflicts };
}

/** Theirs, with what I added and without what I took away. Null: one of them is no list. */
function mergeSets(base: unknown, mine: unknown, current: unknown): unknown[] | null {
  if (!Array.isArray(base) || !Array.isArray(mine) || !Array.isArray(current)) return null;
  const had = new Set<unknown>(base);
  const keep = new Set<unknown>(mine);
  const kept = current.filter((one) => keep.has(one) || !had.has(one));
  const added = mine.filter((one) => !had.has(one) && !kept.includes(one));
  return [...kept, ...added];
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
