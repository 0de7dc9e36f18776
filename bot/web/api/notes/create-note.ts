import { NotAllowed, NotFound } from '#bot/errors.ts';
import { apiTexts } from '#bot/i18n/api.ts';
import { toNoteName } from '#knowledge/review/note-name.ts';
import { FaultyInput } from '../api-errors.ts';
import type { NoteContent, SavedNote } from '../contract/note-contract.ts';
import { newNote } from './note-content.ts';
import { detailOf, type Reader } from './note-detail.ts';
import type { NotePorts } from './note-ports.ts';
import { mayBecome, refuseFaults } from './save-note.ts';

export type NewNote = {
  readonly folder: string;
  readonly name: string | null;
  readonly content: NoteContent;
};

/** Names are tried in turn: `skrivaren`, `skrivaren-2` … */
const mostTries = 50;

/**
 * Stores a new note as a draft; its name is made of the title unless one is given.
 * @throws NotAllowed; FaultyInput, also when the name is taken.
 */
export async function createNote(wish: NewNote, reader: Reader, ports: NotePorts): Promise<SavedNote> {
  const { folder, content } = wish;
  if (!reader.rights.mayEditFolder(folder)) throw new NotAllowed(`may not edit ${folder}`);
  const warnings = refuseFaults(folder, content, reader, { isDraft: true });
  const first = wish.name ?? toNoteName(content.title);
  if (!/^[a-z0-9-]{1,80}$/.test(first)) throw faulty('name', apiTexts[reader.language].note.name);
  for (let attempt = 1; attempt <= mostTries; attempt += 1) {
    const id = `${folder}/${attempt === 1 ? first : `${first}-${attempt}`}`;
    const note = newNote(id, folder, content);
    mayBecome(note, reader);
    const stored = await addNote(note, reader, ports);
    if (stored !== null) return { note: await detailOf(stored, reader, ports), mergedIn: [], warnings };
    if (wish.name !== null) break;
  }
  throw faulty('name', apiTexts[reader.language].note.taken);
}

class Taken extends Error {}

/** Null: there is one of that name. */
async function addNote(note: ReturnType<typeof newNote>, { person, now }: Reader, { editing }: NotePorts) {
  const request = { kind: 'note', id: note.id, by: person.upn, at: now, way: 'tab' } as const;
  try {
    const stored = await editing.edit(request, ({ current }) => {
      if (current !== null) throw new Taken();
      return note;
    });
    if (stored === null) throw new NotFound(note.id);
    return stored;
  } catch (error) {
    if (error instanceof Taken) return null;
    throw error;
  }
}

function faulty(path: string, message: string): FaultyInput {
  return new FaultyInput([{ path, message }]);
}
