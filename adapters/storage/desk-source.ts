import { z } from 'zod';
import type { Desk } from '#bot/desk/desk.ts';
import { NotFound } from '#bot/errors.ts';
import type { DeskSource, LoadedDesk } from '#bot/triage/desk-source.ts';
import type { Note } from '#knowledge/note.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';
import type { Database, Queryable } from './database.ts';
import { changesBegunHere, readRevision } from './desk-revision.ts';
import { deskTables, loadDesk, loadNotes } from './desk-store.ts';
import { rowsOf } from './rows.ts';

export type CreateNoteSearch = (notes: Note[], desk: Desk) => NoteSearch;

/** What was read last, and what tells that it is not the newest any more. */
type Snapshot = {
  readonly revision: number;
  /** Rows and newest revision of the tables but the notes' own. */
  readonly deskMark: string;
  readonly desk: Desk;
  readonly notes: ReadonlyMap<string, Note>;
  readonly loaded: LoadedDesk;
};

/** Milliseconds for which the desk is taken to be as it was: what another process changes shows so much later. */
const freshFor = 250;

/**
 * The desk as of now: one small query tells whether anything changed; after a change only the changed notes
 * are read again. What this process changed itself shows at once. `elapsed`: milliseconds on a steady clock.
 */
export function createDeskSource(
  database: Database,
  createNoteSearch: CreateNoteSearch,
  elapsed: () => number = () => performance.now(),
): DeskSource {
  let looked: { readonly at: number; readonly changes: number } | null = null;
  let asking: { readonly changes: number; readonly revision: Promise<number> } | null = null;
  let snapshot: Snapshot | null = null;
  let reading: Promise<Snapshot> | null = null;
  const refresh = () => {
    reading ??= database
      .transaction((client) => read(client, snapshot, createNoteSearch))
      .finally(() => {
        reading = null;
      });
    return reading;
  };
  // Many turns find at once that it is time to ask: one asks for all, unless the desk was changed here since it did.
  const askRevision = (changes: number) => {
    if (asking?.changes !== changes) {
      const revision = readRevision(database).finally(() => {
        if (asking?.revision === revision) asking = null;
      });
      asking = { changes, revision };
    }
    return asking.revision;
  };
  return {
    async current() {
      const now = { at: elapsed(), changes: changesBegunHere() };
      const isFresh = looked !== null && looked.changes === now.changes && now.at - looked.at < freshFor;
      if (isFresh && snapshot !== null) return snapshot.loaded;
      const revision = await askRevision(now.changes);
      // A reading that began before this revision was written may not have it: then once more.
      while (snapshot === null || snapshot.revision < revision) snapshot = await refresh();
      looked = now;
      return snapshot.loaded;
    },
  };
}

/** @throws NotFound when there is no desk yet. */
async function read(
  client: Queryable,
  before: Snapshot | null,
  createNoteSearch: CreateNoteSearch,
): Promise<Snapshot> {
  await client.query('set transaction isolation level repeatable read');
  const revision = await readRevision(client);
  const marks = await readMarks(client);
  const deskMark = JSON.stringify({ ...marks, note: null });
  const desk = before?.deskMark === deskMark ? before.desk : await loadDesk(client);
  if (desk === null) throw new NotFound('There is no desk yet: import a desk folder first.');
  const notes = await readNotes(client, before, marks.note);
  const same = before !== null && desk === before.desk && notes === before.notes;
  const loaded = same ? before.loaded : { desk, notes: createNoteSearch([...notes.values()], desk) };
  return { revision, deskMark, desk, notes, loaded };
}

type Mark = { readonly rows: number; readonly newest: number };
const MarkRow = z.object({ kind: z.string(), rows: z.number(), newest: z.coerce.number() });

async function readMarks(client: Queryable): Promise<Record<string, Mark>> {
  const tables = { ...deskTables, directory: 'directory_people' };
  const parts = Object.entries(tables).map(
    ([kind, table]) =>
      `select '${kind}' as kind, count(*)::int as rows, coalesce(max(revision), 0) as newest from ${table}`,
  );
  const rows = await rowsOf(MarkRow, client, parts.join(' union all '));
  return Object.fromEntries(rows.map(({ kind, rows, newest }) => [kind, { rows, newest }]));
}

/** The same map when nothing that is searched changed. A note that went away shows in the count: then all are read. */
async function readNotes(
  client: Queryable,
  before: Snapshot | null,
  mark: Mark | undefined,
): Promise<ReadonlyMap<string, Note>> {
  if (before === null) return byId(await loadNotes(client, 0));
  const changed = (await loadNotes(client, before.revision)).filter(
    (note) => !onlyConfirmed(before.notes, note),
  );
  const merged = changed.length === 0 ? before.notes : byId([...before.notes.values(), ...changed]);
  return merged.size === mark?.rows ? merged : byId(await loadNotes(client, 0));
}

/**
 * A confirmation moves one date and nothing that is indexed. It is written into the very note that the search
 * holds, because feeding the search anew takes seconds with 50,000 notes, and visits confirm notes all day.
 */
function onlyConfirmed(known: ReadonlyMap<string, Note>, changed: Note): boolean {
  const note = known.get(changed.id);
  if (note === undefined) return false;
  const { lastVerified } = changed;
  if (JSON.stringify({ ...note, lastVerified }) !== JSON.stringify(changed)) return false;
  Object.assign(note, { lastVerified });
  return true;
}

function byId(notes: readonly Note[]): Map<string, Note> {
  const found = new Map<string, Note>();
  for (const note of notes) found.set(note.id, note);
  return found;
}
