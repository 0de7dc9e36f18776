import type { Note, NoteStatus } from '#knowledge/note.ts';
import type { NoteReach, Rights } from './rights.ts';

/** Where a note may go from where it is: draft → in review → published → archived, and back to be worked on. */
const moves: Readonly<Record<NoteStatus, readonly NoteStatus[]>> = {
  draft: ['in-review', 'published', 'archived'],
  'in-review': ['draft', 'published', 'archived'],
  published: ['in-review', 'draft', 'archived'],
  archived: ['draft', 'published'],
};

/** Whatever concerns what people are shown needs the right to publish: showing it, and taking it away. */
export function mayMove(
  note: NoteReach & Pick<Note, 'status'>,
  to: NoteStatus,
  rights: Pick<Rights, 'mayEdit' | 'mayPublish'>,
): boolean {
  const concernsReaders = to === 'published' || note.status === 'published';
  return concernsReaders ? rights.mayPublish(note) : rights.mayEdit(note);
}

/** Whether there is such a way at all. */
export function isMove(from: NoteStatus, to: NoteStatus): boolean {
  return moves[from].includes(to);
}
