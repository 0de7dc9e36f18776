import { z } from 'zod';
import type {
  DeskEditing,
  DeskKind,
  DeskValues,
  EditBasis,
  EditRequest,
  Versioned,
} from '#knowledge/review/desk-editing.ts';
import { listChanges, recordChange } from './change-log.ts';
import type { Database, Queryable } from './database.ts';
import { NoteData, PersonData, SettingsData, SiteData, TechnicianData } from './desk-data.ts';
import { moveRevision } from './desk-revision.ts';
import { deskTables } from './desk-store.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

const schemas: { readonly [K in DeskKind]: z.ZodType<DeskValues[K]> } = {
  settings: SettingsData,
  site: SiteData,
  person: PersonData,
  technician: TechnicianData,
  note: NoteData,
};

/** See DeskEditing: edits of the desk happen one after the other, each with its line in the changes. */
export function createDeskEditing(database: Database): DeskEditing {
  return {
    read: (kind, id) => readItem(database, kind, id, ''),
    async readVersions(kind, ids) {
      const rows = await rowsOf(
        z.object({ id: z.string(), version: z.coerce.number() }),
        database,
        `select id, revision as version from ${deskTables[kind]} where id = any($1)`,
        [ids],
      );
      return new Map(rows.map(({ id, version }) => [id, version]));
    },
    edit: (request, decide) => database.transaction((client) => editItem(client, request, decide)),
    changes: (filter) => listChanges(database, filter),
  };
}

/** One edit within a transaction; see DeskEditing.edit. */
export async function editItem<K extends DeskKind>(
  client: Queryable,
  request: EditRequest<K>,
  decide: (basis: EditBasis<DeskValues[K]>) => DeskValues[K] | null,
): Promise<Versioned<DeskValues[K]> | null> {
  const { kind, id } = request;
  // Taken first: it makes edits wait for each other, so what is read now stays so until the end.
  const version = await moveRevision(client);
  const current = await readItem(client, kind, id, 'for update');
  const value = decide({ current, ...(await readBase(client, request, current)) });
  const before = current?.value ?? null;
  if (isEqual(before, value)) return current;
  if (value === null) await client.query(`delete from ${deskTables[kind]} where id = $1`, [id]);
  else await writeItem(client, kind, id, value, version);
  const { at, way } = request;
  await recordChange(client, {
    at,
    revision: version,
    kind,
    id,
    byUpn: request.by,
    way,
    before,
    after: value,
  });
  return value === null ? null : { version, value };
}

async function readItem<K extends DeskKind>(
  client: Queryable,
  kind: K,
  id: string,
  lock: '' | 'for update',
): Promise<Versioned<DeskValues[K]> | null> {
  const row = await rowOf(
    z.object({ data: z.unknown(), version: z.coerce.number() }),
    client,
    `select data, revision as version from ${deskTables[kind]} where id = $1 ${lock}`,
    [id],
  );
  return row && { version: row.version, value: schemas[kind].parse(row.data) };
}

const BaseRow = z.object({ before: z.unknown(), by_upn: z.string().nullable() });

/** What the first change since then found is what was seen then. */
async function readBase<K extends DeskKind>(
  client: Queryable,
  { kind, id, basedOn }: EditRequest<K>,
  current: Versioned<DeskValues[K]> | null,
): Promise<Pick<EditBasis<DeskValues[K]>, 'base' | 'changedBy'>> {
  if (basedOn === undefined || current === null) return { base: null, changedBy: null };
  if (basedOn === current.version) return { base: current.value, changedBy: null };
  const since = 'from changes where kind = $1 and item_id = $2 and revision > $3 order by seq';
  const values = [kind, id, basedOn];
  const first = await rowOf(BaseRow, client, `select before, by_upn ${since} limit 1`, values);
  const last = await rowOf(BaseRow, client, `select before, by_upn ${since} desc limit 1`, values);
  const before = first?.before ?? null;
  return { base: before === null ? null : schemas[kind].parse(before), changedBy: last?.by_upn ?? null };
}

async function writeItem(
  client: Queryable,
  kind: DeskKind,
  id: string,
  value: unknown,
  version: number,
): Promise<void> {
  // The last import's mark stays as it is: the item counts as edited here.
  await client.query(
    `insert into ${deskTables[kind]} (id, data, revision) values ($1, $2, $3)
     on conflict (id) do update set data = excluded.data, revision = excluded.revision`,
    [id, toJson(value), version],
  );
}

function isEqual(a: unknown, b: unknown): boolean {
  return toJson(sorted(a)) === toJson(sorted(b));
}

/** With the keys of every object in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
