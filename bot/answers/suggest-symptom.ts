import type { Note } from '#knowledge/note.ts';
import type { NewSuggestion } from '#knowledge/note-suggestion.ts';
import { wordingKey } from '#knowledge/search/learn/telling-words.ts';

/** A question that the note solved, as a symptom for its editor to take or leave. Null: the note says it already. */
export function suggestSymptom(
  note: Note,
  { wording, byUpn, at }: { wording: string; byUpn: string; at: Date },
): NewSuggestion | null {
  const key = wordingKey(wording);
  const said = [note.title, ...note.symptoms].some((phrase) => wordingKey(phrase) === key);
  return said || key === '' ? null : { noteId: note.id, key, wording, byUpn, at };
}
