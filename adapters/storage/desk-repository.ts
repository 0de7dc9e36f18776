import { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';
import {
  type DeskItem,
  type DeskItemKey,
  type DeskItemKind,
  keyOf,
} from '#knowledge/desk-folder/desk-item.ts';
import type {
  DeskChanges,
  DeskRepository,
  ImportProgress,
  StoredDesk,
} from '#knowledge/desk-folder/desk-repository.ts';
import type { Database, Queryable } from './database.ts';
import { NoteData, PersonData, SettingsData, SiteData, TechnicianData } from './desk-data.ts';
import { moveRevision, readRevision } from './desk-revision.ts';
import { deskTables } from './desk-store.ts';
import { rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

/** Rows per statement: large enough to be quick, small enough to report progress often. */
const batchSize = 500;
const kinds = ['settings', 'site', 'person', 'technician', 'note'] as const satisfies readonly DeskItemKind[];

const base = { id: z.string(), imported_hash: z.string().nullable() };
const ItemRow = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('settings'), data: SettingsData }),
  z.object({ ...base, kind: z.literal('site'), data: SiteData }),
  z.object({ ...base, kind: z.literal('person'), data: PersonData }),
  z.object({ ...base, kind: z.literal('technician'), data: TechnicianData }),
  z.object({ ...base, kind: z.literal('note'), data: NoteData }),
]);
type ItemRow = z.infer<typeof ItemRow>;

/** What importing a desk folder reads and writes. */
export function createDeskRepository(database: Database): DeskRepository {
  return {
    load: () => database.transaction(load),
    applyChanges: (changes, onProgress = () => undefined) =>
      database.transaction((client) => apply(client, changes, onProgress)),
  };
}

async function load(client: Queryable): Promise<StoredDesk> {
  await client.query('set transaction isolation level repeatable read');
  const revision = String(await readRevision(client));
  const items: DeskItem[] = [];
  const lastImported = new Map<DeskItemKey, string>();
  for (const kind of kinds) {
    const text = `select '${kind}' as kind, id, data, imported_hash from ${deskTables[kind]} order by id`;
    for (const row of await rowsOf(ItemRow, client, text)) {
      const item = toItem(row);
      items.push(item);
      if (row.imported_hash !== null) lastImported.set(keyOf(item), row.imported_hash);
    }
  }
  return { items, lastImported, revision };
}

function toItem(row: ItemRow): DeskItem {
  switch (row.kind) {
    case 'settings':
      return { kind: row.kind, id: 'desk', value: row.data };
    case 'site':
      return { kind: row.kind, id: row.id, value: row.data };
    case 'person':
      return { kind: row.kind, id: row.id, value: row.data };
    case 'technician':
      return { kind: row.kind, id: row.id, value: row.data };
    case 'note':
      return { kind: row.kind, id: row.id, value: row.data };
  }
}

async function apply(
  client: Queryable,
  changes: DeskChanges,
  onProgress: (progress: ImportProgress) => void,
): Promise<void> {
  const revision = await moveRevision(client);
  if (String(revision - 1) !== changes.basedOn) {
    throw new InvalidInput(
      'The desk was changed by someone else meanwhile. Nothing was imported: import again.',
    );
  }
  const total = changes.upsert.length + changes.remove.length;
  let done = 0;
  const step = (count: number) => {
    done += count;
    onProgress({ done, total });
  };
  for (const kind of kinds) {
    for (const batch of batches(changes.upsert.filter((item) => item.kind === kind))) {
      await upsert(client, kind, batch, changes, revision);
      step(batch.length);
    }
    for (const batch of batches(changes.remove.filter((item) => item.kind === kind))) {
      await removeItems(client, kind, batch, revision);
      step(batch.length);
    }
    await rememberImported(client, kind, changes);
  }
}

async function upsert(
  client: Queryable,
  kind: DeskItemKind,
  items: readonly DeskItem[],
  changes: DeskChanges,
  revision: number,
): Promise<void> {
  const rows = items.map((item) => ({
    id: item.id,
    data: item.value,
    imported_hash: changes.imported.get(keyOf(item)) ?? null,
  }));
  await recordImported(client, kind, rows, revision);
  await client.query(
    `insert into ${deskTables[kind]} (id, data, imported_hash, revision)
     select id, data, imported_hash, $2 from jsonb_to_recordset($1) as row (id text, data jsonb, imported_hash text)
     on conflict (id) do update set data = excluded.data, imported_hash = excluded.imported_hash,
       revision = excluded.revision`,
    [toJson(rows), revision],
  );
}

/** The history's lines for a batch, before it is written: what was there, and what comes. */
async function recordImported(
  client: Queryable,
  kind: DeskItemKind,
  rows: readonly { id: string; data: unknown }[],
  revision: number,
): Promise<void> {
  await client.query(
    `insert into changes (at, revision, kind, item_id, way, before, after)
     select now(), $2, '${kind}', row.id, 'import', known.data, row.data
     from jsonb_to_recordset($1) as row (id text, data jsonb)
     left join ${deskTables[kind]} known on known.id = row.id where known.data is distinct from row.data`,
    [toJson(rows), revision],
  );
}

async function removeItems(
  client: Queryable,
  kind: DeskItemKind,
  items: readonly { id: string }[],
  revision: number,
): Promise<void> {
  await client.query(
    `with gone as (delete from ${deskTables[kind]} where id = any($1) returning id, data)
     insert into changes (at, revision, kind, item_id, way, before)
     select now(), $2, '${kind}', id, 'import', data from gone`,
    [items.map((item) => item.id), revision],
  );
}

/** For items that were equal already: only what the import found is noted, so no row's revision moves. */
async function rememberImported(client: Queryable, kind: DeskItemKind, changes: DeskChanges): Promise<void> {
  const upserted = new Set(changes.upsert.map(keyOf));
  const prefix = `${kind}:`;
  const found = [...changes.imported].filter(([key]) => key.startsWith(prefix) && !upserted.has(key));
  for (const batch of batches(found)) {
    const rows = batch.map(([key, hash]) => ({ id: key.slice(prefix.length), hash }));
    await client.query(
      `update ${deskTables[kind]} t set imported_hash = row.hash
       from jsonb_to_recordset($1) as row (id text, hash text)
       where t.id = row.id and t.imported_hash is distinct from row.hash`,
      [toJson(rows)],
    );
  }
}

function* batches<T>(items: readonly T[]): Generator<T[]> {
  for (let start = 0; start < items.length; start += batchSize) yield items.slice(start, start + batchSize);
}
