import type { Note } from '../../note.ts';
import { appliesTo, isCurrent } from '../../note-life.ts';
import type { NoteQuery } from '../note-search.ts';

/** The rules that no score can outweigh: published, in its window, about the site, and for the reader's eyes. */
export function mayBeFound(note: Note, query: NoteQuery, timezone: string): boolean {
  if (note.status !== 'published') return false;
  if (note.audience === 'technician' && query.audience !== 'technician') return false;
  return appliesTo(note, query.site) && isCurrent(note, query.at, timezone);
}
