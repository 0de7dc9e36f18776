import type { Category } from '#bot/desk/category.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';

/** Below this the search itself does not believe in the note. */
const least = 0.3;

/** The best note that is about the same kind of matter and that the search believes in. */
export function findFitting(
  notes: readonly FoundNote[],
  category: Category | null,
  _matter: string,
): FoundNote | null {
  return notes.find(({ note, score }) => score >= least && note.category === category) ?? null;
}
