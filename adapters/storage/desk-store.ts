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

/** Notes, whatever their status, that changed after that revision of the desk; 0 = all of them. By id. */
export async function loadNotes(client: Queryable, afterRevision: number): Promise<Note[]> {
  const rows = await rowsOf(
    z.object({ data: NoteData }),
    client,
    'select data from notes where revision > $1 order by id',
    [afterRevision],
  );
  return rows.map((row) => row.data);
}

/** What the rows of one of the desk's tables hold, by id. */
export async function dataOf<T>(client: Queryable, table: string, schema: z.ZodType<T>): Promise<T[]> {
  const rows = await rowsOf(z.object({ data: schema }), client, `select data from ${table} order by id`);
  return rows.map((row) => row.data);
}
