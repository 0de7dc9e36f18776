import { type Category, categories } from '#bot/desk/category.ts';
import type { PackageDesk } from './load-package-desk.ts';

/**
 * The categories that have a starter, the desk's commonest first: by its cases, then by its notes, then in the
 * order of manifest/words.
 */
export function chooseStarters(
  starters: Partial<Record<Category, unknown>>,
  desk: Pick<PackageDesk, 'cases' | 'notes'> | null,
  limit: number,
): Category[] {
  const order = Object.keys(starters);
  const count = (kind: 'cases' | 'notes', category: Category) => desk?.[kind][category] ?? 0;
  return categories
    .filter((category) => category in starters)
    .sort(
      (a, b) =>
        count('cases', b) - count('cases', a) ||
        count('notes', b) - count('notes', a) ||
        order.indexOf(a) - order.indexOf(b),
    )
    .slice(0, limit);
}
