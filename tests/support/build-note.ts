import type { Note } from '#knowledge/note.ts';
import { blankNote } from '#knowledge/note-blank.ts';

/** A published note for staff at every site, but for what the test says. */
export function buildNote(overrides: Partial<Note> = {}): Note {
  return blankNote({ id: '_shared/note', status: 'published', confidence: 'validated', ...overrides });
}
