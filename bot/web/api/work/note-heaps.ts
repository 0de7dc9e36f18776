import { localDate } from '#bot/desk/local-time.ts';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import { workWords } from '#bot/i18n/api-work.ts';
import type { Note } from '#knowledge/note.ts';
import type { NoteFailures } from '#knowledge/review/work-store.ts';
import { FaultyInput } from '../api-errors.ts';
import { moveNote, verifyNote } from '../notes/move-note.ts';
import type { Reader } from '../notes/note-detail.ts';
import { decisionOf, defineHeap, type Heap, toItemId, toNoteId } from './heap.ts';
import type { Summaries } from './summaries.ts';
import type { WorkPorts } from './work-ports.ts';

const day = 86_400_000;
/** How far back failures count. */
const lately = 90 * day;
const wordingsShown = 5;

/** Notes that were given as an answer and did not help, the most often first. */
export function createFailedHeap(ports: WorkPorts, summaries: Summaries): Heap {
  const { work } = ports;
  return defineHeap<NoteFailures & { readonly note: Note }>({
    kind: 'failed',
    async find(reader) {
      const [failures, hidden] = await Promise.all([
        work.failures(new Date(reader.now.getTime() - lately)),
        work.decisions('failed', reader.now),
      ]);
      return failures.flatMap((failure) => {
        const note = reader.loaded.notes.get(failure.noteId);
        const isLater = hidden.get(failure.noteId)?.decision === 'later';
        const isTheirs = note !== null && note.status !== 'archived' && reader.rights.mayEdit(note);
        return isTheirs && !isLater ? [{ ...failure, note }] : [];
      });
    },
    async show(entries, reader) {
      const summarise = await summaries.forReader(reader);
      const wordings = await work.failedWordings(
        entries.map(({ noteId }) => noteId),
        wordingsShown,
      );
      return entries.map(({ note, notSolved, solved }) => ({
        kind: 'failed',
        id: toItemId(note.id),
        note: summarise(note),
        notSolved,
        solved,
        wordings: [...(wordings.get(note.id) ?? [])],
      }));
    },
    async decide(deciding, reader) {
      const note = editable(toNoteId(deciding.id), reader);
      await work.decide(decisionOf('failed', { ...deciding, id: note.id }, reader));
      return note.id;
    },
  });
}

/** Past their review date, those first on which most answers rest. */
export function createStaleHeap(ports: WorkPorts, summaries: Summaries): Heap {
  const { work } = ports;
  return defineHeap<Note>({
    kind: 'stale',
    async find(reader) {
      const { loaded, now, rights, person } = reader;
      const today = localDate(now, loaded.desk.settings.timezone);
      const [answers, hidden] = await Promise.all([summaries.answers(now), work.decisions('stale', now)]);
      const count = (note: Note) => answers.get(note.id) ?? 0;
      return loaded.notes
        .all()
        .filter(
          (note) =>
            note.reviewBy !== null &&
            today > note.reviewBy &&
            note.status === 'published' &&
            (note.owner === person.upn || rights.mayEdit(note)) &&
            !hidden.has(note.id),
        )
        .sort((a, b) => count(b) - count(a) || ((a.reviewBy ?? '') < (b.reviewBy ?? '') ? -1 : 1));
    },
    async show(entries, reader) {
      const summarise = await summaries.forReader(reader);
      return entries.map((note) => ({ kind: 'stale', id: toItemId(note.id), note: summarise(note) }));
    },
    async decide(deciding, reader) {
      const id = toNoteId(deciding.id);
      if (deciding.decision === 'refuse') throw notThis(reader);
      if (deciding.decision === 'accept') return (await verifyNote(id, reader, ports)).id;
      const note = reader.loaded.notes.get(id);
      if (note === null || !reader.rights.mayRead(note)) throw new NotFound(`no note ${id}`);
      if (note.owner !== reader.person.upn) editable(id, reader);
      await work.decide(decisionOf('stale', { ...deciding, id }, reader));
      return id;
    },
  });
}

/** Waiting for somebody who may publish them. */
export function createReviewHeap(ports: WorkPorts, summaries: Summaries): Heap {
  const { work } = ports;
  return defineHeap<Note>({
    kind: 'reviews',
    async find({ loaded, rights, now }) {
      const hidden = await work.decisions('reviews', now);
      return loaded.notes
        .all()
        .filter((note) => note.status === 'in-review' && rights.mayPublish(note) && !hidden.has(note.id));
    },
    async show(entries, reader) {
      const summarise = await summaries.forReader(reader);
      return entries.map((note) => ({ kind: 'reviews', id: toItemId(note.id), note: summarise(note) }));
    },
    async decide(deciding, reader) {
      const note = editable(toNoteId(deciding.id), reader);
      if (deciding.decision === 'later') {
        await work.decide(decisionOf('reviews', { ...deciding, id: note.id }, reader));
        return note.id;
      }
      const stored = await ports.editing.read('note', note.id);
      if (stored === null) throw new NotFound(`no note ${note.id}`);
      const to = deciding.decision === 'accept' ? 'published' : 'draft';
      return (await moveNote(note.id, { to, basedOn: stored.version }, reader, ports)).id;
    },
  });
}

/** @throws NotFound for what the reader may not know of; NotAllowed */
export function editable(noteId: string, { loaded, rights }: Reader): Note {
  const note = loaded.notes.get(noteId);
  if (note === null || !rights.mayRead(note)) throw new NotFound(`no note ${noteId}`);
  if (!rights.mayEdit(note)) throw new NotAllowed(`may not edit ${noteId}`);
  return note;
}

function notThis({ language }: Reader): FaultyInput {
  return new FaultyInput([{ path: '', message: workWords(language).notThis }]);
}
