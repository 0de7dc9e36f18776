import type { Category } from '#bot/desk/category.ts';
import type { FoundNote } from '#knowledge/search/note-search.ts';

/** From here on the search is sure enough by itself. */
const sure = 0.3;
/** Below this nothing helps. */
const least = 0.2;
/** A weaker hit counts when it stands out from the notes of other kinds by this factor. */
const standsOut = 1.4;

/**
 * The best note that is about the same kind of matter: one that the search is sure of, or that no other comes
 * near. An error code that the note does not hold is another error.
 */
export function findFitting(
  notes: readonly FoundNote[],
  category: Category | null,
  text: string,
): FoundNote | null {
  const best = notes.find(({ note }) => note.category === category);
  if (best === undefined || best.score < least || lacksCode(best, text)) return null;
  const others = notes.filter(({ note }) => note.category !== category);
  const rival = Math.max(0, ...others.map(({ score }) => score));
  return best.score >= sure || best.score >= rival * standsOut ? best : null;
}

const codePattern = /(?:felkod|fel|error|code|felmeddelande)\s*:?\s*((?:[a-z]{0,3}-?)?\d[\w-]{2,})/giu;

function lacksCode({ note }: FoundNote, text: string): boolean {
  const codes = [...text.matchAll(codePattern)].map((found) => (found[1] ?? '').toLowerCase());
  const held = [note.title, ...note.symptoms, note.body].join(' ').toLowerCase();
  return codes.some((code) => !held.includes(code));
}
