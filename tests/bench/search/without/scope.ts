import type { FoundNote } from '#knowledge/search/note-search.ts';

/** The best note answers, however little it fits. */
export function findFitting([best]: readonly FoundNote[]): FoundNote | null {
  return best ?? null;
}
