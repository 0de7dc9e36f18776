import { z } from 'zod';
import { createDesk, type Desk } from '#bot/desk/desk.ts';
import { mergePeople } from '#bot/desk/directory-person.ts';
import type { Note } from '#knowledge/note.ts';
import type { Queryable } from './database.ts';
import { NoteData, PersonData, SettingsData, SiteData, TechnicianData } from './desk-data.ts';
import { loadDirectory } from './directory-people.ts';
import { rowsOf } from './rows.ts';

/** The desk's tables, all of one shape: id, data, imported_hash, revision. */
export const deskTables = {
  settings: 'desk_settings',
  site: 'sites',
  person: 'people',
  technician: 'technicians',
  note: 'notes',
} as const;

/** Everything but the notes, with whom the directory names; null when nothing was imported yet. */
export async function loadDesk(client: Queryable): Promise<Desk | null> {
  const [settings] = await dataOf(client, 'desk_settings', SettingsData);
  if (settings === undefined) return null;
  const sites = await dataOf(client, 'sites', SiteData);
  const listed = await dataOf(client, 'people', PersonData);
  return createDesk({
    settings,
    sites,
    people: mergePeople(listed, await loadDirectory(client), new Set(sites.map(({ id }) => id))),
    technicians: await dataOf(client, 'technicians', TechnicianData),
  });
}

const NoteRow = z.object({ data: NoteData });
/** So many at a time: a hundred thousand at once are held three times over while they are parsed. */
const page = 5_000;

/** Notes, whatever their status, that changed after that revision of the desk; 0 = all of them, by id. */
export async function loadNotes(client: Queryable, afterRevision: number): Promise<Note[]> {
  if (afterRevision === 0) return loadAllNotes(client);
  const changed = 'select data from notes where revision > $1 order by id';
  return (await rowsOf(NoteRow, client, changed, [afterRevision])).map((row) => row.data);
}

/** In a transaction that sees the notes of one moment. */
async function loadAllNotes(client: Queryable): Promise<Note[]> {
  const notes: Note[] = [];
  const next = 'select data from notes where id > $1 order by id limit $2';
  for (;;) {
    const rows = await rowsOf(NoteRow, client, next, [notes.at(-1)?.id ?? '', page]);
    for (const { data } of rows) notes.push(data);
    if (rows.length < page) return notes;
  }
}

/** What the rows of one of the desk's tables hold, by id. */
export async function dataOf<T>(client: Queryable, table: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows = await rowsOf(z.object({ data: schema }), client, `select data from ${table} order by id`);
  return rows.map((row) => row.data);
}
