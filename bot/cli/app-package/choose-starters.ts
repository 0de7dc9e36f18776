import { type Category, categories } from '#bot/desk/category.ts';

/** How often a matter of each kind comes up. Only counts: what people wrote never gets into the package. */
export type CategoryCounts = {
  readonly cases: ReadonlyMap<Category, number>;
  /** Published notes for staff: what the desk thought worth writing about. */
  readonly notes: ReadonlyMap<Category, number>;
};

/**
 * The categories that have a starter, the desk's commonest first: by its cases, then by its notes, then in the
 * order of manifest/words.
 */
export function chooseStarters(
  starters: Partial<Record<Category, unknown>>,
  counts: CategoryCounts | null,
  limit: number,
): Category[] {
  const order = Object.keys(starters);
  const offered = categories.filter((category) => category in starters);
  const of = (kind: 'cases' | 'notes', category: Category) => counts?.[kind].get(category) ?? 0;
  return offered
    .sort(
      (a, b) =>
        of('cases', b) - of('cases', a) ||
        of('notes', b) - of('notes', a) ||
        order.indexOf(a) - order.indexOf(b),
    )
    .slice(0, limit);
}
