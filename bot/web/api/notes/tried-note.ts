import type { z } from 'zod';
import type { Note } from '#knowledge/note.ts';
import { toNoteName } from '#knowledge/review/note-name.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';
import type { TriedDraft } from '../contract/try-contract.ts';
import { newNote, withContent } from './note-content.ts';

/** The note that a draft would be: over the one that it changes, or new. */
export function triedNote(draft: z.infer<typeof TriedDraft>, notes: Pick<NoteSearch, 'get'>): Note {
  const known = draft.id === null ? null : notes.get(draft.id);
  if (known !== null) return withContent(known, draft.content);
  const id = draft.id ?? `${draft.folder}/${toNoteName(draft.content.title)}`;
  return newNote(id, draft.folder, draft.content);
}
