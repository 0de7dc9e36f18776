import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import { apiTexts } from '#bot/i18n/api.ts';
import type { Note } from '#knowledge/note.ts';
import type { DeskEditing, ItemChange } from '#knowledge/review/desk-editing.ts';
import { folderOf } from '#knowledge/review/rights.ts';
import { Conflict, FaultyInput } from '../api-errors.ts';
import type { NoteRevision, SavedNote } from '../contract/note-contract.ts';
import { asSeenBy, fieldChanges, toContent } from './note-content.ts';
import { detailOf, nameOf, type Reader, readNote } from './note-detail.ts';
import type { NotePorts } from './note-ports.ts';
import { mayBecome, refuseFaults, withCurrent } from './save-note.ts';

export type NoteChange = Extract<ItemChange, { kind: 'note' }>;

export const HistoryQuery = z.object({
  cursor: z.string().max(40).optional(),
  limit: z.coerce.number().int().min(1).max(100).optional(),
});
const usualLimit = 30;

export type RevisionPage = { items: NoteRevision[]; next: string | null; total: number };

/** The note's changes, newest first. @throws NotFound; FaultyInput for a cursor that is none. */
export async function historyOf(
  id: string,
  query: z.infer<typeof HistoryQuery>,
  reader: Reader,
  ports: NotePorts,
): Promise<RevisionPage> {
  await readNote(id, reader, ports);
  const { cursor, limit = usualLimit } = query;
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) {
    throw new FaultyInput([{ path: 'cursor', message: apiTexts[reader.language].fault.cursor }]);
  }
  const from = cursor === undefined ? {} : { beforeSeq: Number(cursor) };
  const { items, total } = await ports.editing.changes({ kind: 'note', id, limit: limit + 1, ...from });
  const page = items.filter(isNote).slice(0, limit);
  const last = page.at(-1);
  return {
    // What was for technicians only at that time stays theirs, whatever the note is now.
    items: page.filter((change) => mayReadChange(change, reader)).map((change) => toRevision(change, reader)),
    next: items.length > limit && last ? String(last.seq) : null,
    total,
  };
}

function isNote(change: ItemChange): change is NoteChange {
  return change.kind === 'note';
}

function mayReadChange({ before, after }: NoteChange, { rights }: Reader): boolean {
  return [before, after].every((note) => note === null || rights.mayRead(note));
}

function toRevision(change: NoteChange, { loaded: { desk }, language, rights }: Reader): NoteRevision {
  const { seq, at, byUpn, way, before, after } = change;
  return {
    seq,
    at: at.toISOString(),
    byUpn: byUpn ?? '',
    byName: byUpn === null ? apiTexts[language].note.importer : nameOf(byUpn, desk),
    way,
    changes: fieldChanges(asSeenBy(before, rights), asSeenBy(after, rights)),
  };
}

/**
 * Brings the note's text back as it was after that change; its place in life and its verification stay.
 * @throws NotFound; NotAllowed; FaultyInput; Conflict when somebody saved meanwhile.
 */
export async function restoreNote(
  id: string,
  { seq, basedOn }: { seq: number; basedOn: number },
  reader: Reader,
  ports: NotePorts,
): Promise<SavedNote> {
  await readNote(id, reader, ports);
  const old = await stateAfter(id, seq, ports.editing);
  if (!reader.rights.mayRead(old)) throw new NotFound(`no change ${seq}`);
  const warnings = refuseFaults(folderOf(id), toContent(old), reader);
  const request = {
    kind: 'note',
    id,
    basedOn,
    by: reader.person.upn,
    at: reader.now,
    way: 'restore',
  } as const;
  const restored = await ports.editing.edit(request, (basis) => {
    const { current } = withCurrent(basis, id, reader);
    if (current.version !== basedOn) throw new Conflict();
    const { status, lastVerified } = current.value;
    const next = { ...old, id, status, lastVerified };
    mayBecome(next, reader);
    return next;
  });
  if (restored === null) throw new NotFound(`no note ${id}`);
  return { note: await detailOf(restored, reader, ports), mergedIn: [], warnings };
}

async function stateAfter(id: string, seq: number, editing: DeskEditing): Promise<Note> {
  const { items } = await editing.changes({ kind: 'note', id, beforeSeq: seq + 1, limit: 1 });
  const [change] = items.filter(isNote);
  if (change?.seq !== seq || change.after === null) throw new NotFound(`no change ${seq}`);
  return change.after;
}
