import type { CategoryScores } from '#bot/triage/find-category.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';

export { beside, namesOutright, scoreLexicon, scoreWords } from '#bot/triage/find-category.ts';

/** The matter is of the kind that the best note is of, whatever the words say. */
export function chooseCategory(_line: string, _words: CategoryScores, notes: readonly FoundNote[]) {
  const id = notes[0]?.note.category ?? null;
  return { id, confidence: id === null ? 0 : 1 };
}
