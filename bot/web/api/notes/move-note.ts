import { localDate } from '#bot/desk/local-time.ts';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import { apiTexts } from '#bot/i18n/api.ts';
import type { Note, NoteStatus } from '#knowledge/note.ts';
import { confirmNote } from '#knowledge/review/confirm-note.ts';
import { isMove, mayMove } from '#knowledge/review/note-moves.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import { Conflict, FaultyInput } from '../api-errors.ts';
import type { NoteDetail } from '../contract/note-contract.ts';
import { toContent } from './note-content.ts';
import { detailOf, type Reader, readNote } from './note-detail.ts';
import type { NotePorts } from './note-ports.ts';
import { refuseFaults, withCurrent } from './save-note.ts';

/**
 * Takes a note to another place in its life. What is published has no faults.
 * @throws NotFound; NotAllowed; FaultyInput; Conflict when somebody moved it meanwhile, or when nobody knows.
 */
export async function moveNote(
  id: string,
  { to, basedOn }: { to: NoteStatus; basedOn: number },
  reader: Reader,
  ports: NotePorts,
): Promise<NoteDetail> {
  const request = { kind: 'note', id, basedOn, by: reader.person.upn, at: reader.now, way: 'tab' } as const;
  const moved = await ports.editing.edit(request, (basis) => {
    const { current, base } = withCurrent(basis, id, reader);
    const note = current.value;
    if (note.status === to) return note;
    if (base?.status !== note.status) throw new Conflict();
    allow(note, to, reader);
    return { ...note, status: to };
  });
  if (moved === null) throw new NotFound(`no note ${id}`);
  return detailOf(moved, reader, ports);
}

function allow(note: Note, to: NoteStatus, reader: Reader): void {
  const { rights, language } = reader;
  if (!isMove(note.status, to)) {
    throw new FaultyInput([{ path: 'to', message: apiTexts[language].note.notForYou }]);
  }
  if (!mayMove(note, to, rights)) throw new NotAllowed(`may not move ${note.id} to ${to}`);
  if (to === 'published' || to === 'in-review') refuseFaults(folderOf(note.id), toContent(note), reader);
}

/** "Still true", pressed in the tab. @throws NotFound; NotAllowed. */
export async function verifyNote(id: string, reader: Reader, ports: NotePorts): Promise<NoteDetail> {
  const stored = await readNote(id, reader, ports);
  if (!reader.rights.mayVerify(stored.value)) throw new NotAllowed(`may not confirm ${id}`);
  const date = localDate(reader.now, reader.loaded.desk.settings.timezone);
  const by = { noteId: id, date, byUpn: reader.person.upn, way: 'tab', at: reader.now } as const;
  const verified = await ports.review.verify(by, (note) => confirmNote(note, date));
  return detailOf(verified, reader, ports);
}
