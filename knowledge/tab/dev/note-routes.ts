import type { CreateNote, MoveNote, NoteStatus, SaveNote } from '#bot/web/api/contract/note-contract.ts';
import type { TriedDraft } from '#bot/web/api/contract/try-contract.ts';
import { mayEdit } from './desk-data.ts';
import { findFaults, toCard } from './judge-note.ts';
import { type HeldNote, seedNotes } from './note-data.ts';
import { noteListRoutes } from './note-list-routes.ts';
import { toDetail } from './note-shapes.ts';
import { type Answer, type Asked, ok, page, type Route, refuse } from './route.ts';
import type { StandInWorld } from './routes.ts';
import { change, save } from './save-note.ts';

/** The notes: list, detail, save with merge and conflict, drafts, life, history, preview. */
export function noteRoutes({ notes: count, now }: StandInWorld): readonly Route[] {
  const notes = seedNotes(count);
  const on =
    (act: (note: HeldNote, asked: Asked) => Answer): Route['answer'] =>
    (asked) => {
      const note = notes.get(`${asked.params.folder}/${asked.params.name}`);
      return note === undefined ? refuse(404, 'not-found', 'Notisen finns inte.') : act(note, asked);
    };
  const one = '/notes/:folder/:name';
  return [
    ...noteListRoutes(notes),
    ...judgements(),
    { method: 'POST', path: '/notes', answer: (asked) => create(notes, asked, now()) },
    { method: 'GET', path: one, answer: on((note, { person }) => ok(toDetail(note, person))) },
    {
      method: 'PUT',
      path: one,
      answer: on((note, { body, person }) => save(note, bodyAs<SaveNote>(body), person, now())),
    },
    {
      method: 'PUT',
      path: `${one}/draft`,
      answer: on((note, { body, person }) => {
        const at = now().toISOString();
        note.drafts.set(person.upn, { ...bodyAs<SaveNote>(body), at });
        return ok({ at });
      }),
    },
    {
      method: 'DELETE',
      path: `${one}/draft`,
      answer: on((note, { person }) => {
        note.drafts.delete(person.upn);
        return { status: 204 };
      }),
    },
    {
      method: 'POST',
      path: `${one}/status`,
      answer: on((note, asked) => {
        move(note, bodyAs<MoveNote>(asked.body).to, asked, now());
        return ok(toDetail(note, asked.person));
      }),
    },
    {
      method: 'POST',
      path: `${one}/verification`,
      answer: on((note, { person }) => {
        note.lastVerified = now().toISOString().slice(0, 10);
        note.stale = false;
        return ok(toDetail(note, person));
      }),
    },
    { method: 'GET', path: `${one}/history`, answer: on((note, { query }) => page(note.revisions, query)) },
    {
      method: 'POST',
      path: `${one}/restore`,
      answer: on((note, { person }) => {
        const undone = (note.revisions[0]?.changes ?? [])
          .filter(({ field }) => field in note.content)
          .map(({ field, before }) => [field, before]);
        change(note, { ...note.content, ...Object.fromEntries(undone) }, person, now(), 'restore');
        return ok({ note: toDetail(note, person), mergedIn: [], warnings: [] });
      }),
    },
  ];
}

function judgements(): Route[] {
  return [
    {
      method: 'POST',
      path: '/notes/check',
      answer: ({ body }) => ok({ faults: findFaults(bodyAs<TriedDraft>(body).content) }),
    },
    {
      method: 'POST',
      path: '/notes/preview',
      answer: ({ body }) => {
        const { content } = bodyAs<TriedDraft>(body);
        return ok({ text: content.title, card: content.audience === 'technician' ? null : toCard(content) });
      },
    },
    {
      method: 'POST',
      path: '/notes/earlier-questions',
      answer: () =>
        ok({
          asked: 214,
          answered: [
            {
              wording: 'det kommer inga papper ur skrivaren',
              siteName: 'Förskolan Solrosen',
              hadNote: false,
            },
            { wording: 'skrivaren blinkar orange igen', siteName: 'Förskolan Solrosen', hadNote: true },
            { wording: 'varför skriver den inte ut?', siteName: null, hadNote: false },
          ],
        }),
    },
    { method: 'POST', path: '/images', answer: () => ok({ path: 'images/stand-in.png' }) },
    {
      method: 'GET',
      path: '/images/:name',
      answer: () => ({ status: 200, bytes: Buffer.from(pixel, 'base64'), type: 'image/png' }),
    },
  ];
}

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

function create(notes: Map<string, HeldNote>, { body, person }: Asked, now: Date): Answer {
  const { folder, name, content } = bodyAs<CreateNote>(body);
  if (!mayEdit(person, folder)) return refuse(403, 'not-allowed', 'Du får inte skriva notiser där.');
  const id = `${folder}/${name ?? slug(content.title)}`;
  if (notes.has(id)) return refuse(409, 'conflict', 'Det finns redan en notis som heter så.');
  const note: HeldNote = {
    id,
    version: 0,
    status: 'draft',
    content,
    lastVerified: null,
    stale: false,
    answers: 0,
    revisions: [],
    drafts: new Map(),
  };
  notes.set(id, note);
  return save(note, { content, basedOn: 0 }, person, now);
}

function slug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[åä]/g, 'a')
    .replaceAll('ö', 'o')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

function move(note: HeldNote, to: NoteStatus, { person }: Asked, now: Date): void {
  const before = note.status;
  note.status = to;
  note.version += 1;
  note.revisions.unshift({
    seq: note.version,
    at: now.toISOString(),
    byUpn: person.upn,
    byName: person.name,
    way: 'tab',
    changes: [{ field: 'status', before, after: to }],
  });
}

/** The stand-in trusts the tab; the server does not. */
function bodyAs<T>(body: unknown): T {
  return JSON.parse(JSON.stringify(body));
}
