import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';
import type { Database, Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  /** Why versions that do not know it must not run on its schema; absent: they may. See README.md. */
  readonly breaksOlder?: string | null;
};

/** An arbitrary number that every Vaktis process takes, so that one migrates while the others wait. */
const migrationLock = 7_283_190_155;

/** The numbered files of migrations/, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = join(import.meta.dirname, 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => toMigration(name, await readFile(join(folder, name), 'utf8'))),
  );
}

/** A file says by a comment, `-- Breaks older versions: <why>`, that it does more than add. */
export function toMigration(name: string, sql: string): Migration {
  const breaksOlder = /^-- Breaks older versions: (.+)$/m.exec(sql)?.[1] ?? null;
  return { number: Number(name.slice(0, 4)), name, sql, breaksOlder };
}

/**
 * Brings the schema up to date, all or nothing. Several processes may call it at once. A database that a newer Vaktis
 * migrated is left as it is, and served, unless the newer one said that older ones must not.
 * @returns the names of what was run.
 * @throws InvalidInput when the database was made by a newer Vaktis that this one cannot serve beside.
 */
export async function migrate(database: Database, migrations?: readonly Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  return database.transaction((client) => migrateWithin(client, known));
}

/** The same inside a transaction that does more. */
export async function migrateWithin(client: Queryable, known: readonly Migration[]): Promise<string[]> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
  await makeTable(client);
  const done = await readDone(client);
  refuseBreaking(done, known);
  const numbers = new Set(done.map(({ number }) => number));
  const missing = known.filter((migration) => !numbers.has(migration.number));
  for (const migration of missing) await apply(client, migration);
  await mark(client, missing);
  return missing.map((migration) => migration.name);
}

/** What a newer Vaktis did to the schema that this one does not know. */
export async function findNewer(
  client: Queryable,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const newest = newestOf(migrations ?? (await readMigrations()));
  return (await readDone(client)).filter(({ number }) => number > newest).map(({ name }) => name);
}

const Present = z.object({ present: z.boolean() });

/** Looked for first: a role that may only read and write is refused even a table that is there. */
async function makeTable(client: Queryable): Promise<void> {
  const [found] = await rowsOf(
    Present,
    client,
    `select to_regclass('public.migrations') is not null as present`,
  );
  if (found?.present) return;
  await client.query(
    'create table migrations (number integer primary key, name text not null, at timestamptz not null default now())',
  );
}

const Done = z.object({ number: z.number(), name: z.string(), breaks_older: z.boolean() });

/** Also from before the column was there. */
function readDone(client: Queryable): Promise<z.infer<typeof Done>[]> {
  return rowsOf(
    Done,
    client,
    `select number, name, coalesce((to_jsonb(m)->>'breaks_older')::boolean, false) as breaks_older
     from migrations m order by number`,
  );
}

function newestOf(known: readonly Migration[]): number {
  return Math.max(0, ...known.map((migration) => migration.number));
}

function refuseBreaking(done: readonly z.infer<typeof Done>[], known: readonly Migration[]): void {
  const newest = newestOf(known);
  const breaking = done.filter(({ number, breaks_older }) => number > newest && breaks_older);
  if (breaking.length === 0) return;
  throw new InvalidInput(
    `The database has schema version ${Math.max(...done.map(({ number }) => number))}, and this version of Vaktis knows ${newest}. ` +
      'Start the newer version of Vaktis, or restore a copy of the database from before the upgrade.',
  );
}

async function apply(client: Queryable, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query('insert into migrations (number, name) values ($1, $2)', [
    migration.number,
    migration.name,
  ]);
}

/** Afterwards, when the column is there whatever was missing. */
async function mark(client: Queryable, done: readonly Migration[]): Promise<void> {
  const numbers = done.filter(({ breaksOlder }) => breaksOlder != null).map(({ number }) => number);
  if (numbers.length === 0) return;
  await client.query('update migrations set breaks_older = true where number = any($1)', [numbers]);
}
