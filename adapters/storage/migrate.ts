import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';
import type { Database, Queryable } from './database.ts';

export type Migration = { readonly number: number; readonly name: string; readonly sql: string };

/** An arbitrary number that every Vaktis process takes, so that one migrates while the others wait. */
const migrationLock = 7_283_190_155;

/** The numbered files of migrations/, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const folder = join(import.meta.dirname, 'migrations');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => ({
      number: Number(name.slice(0, 4)),
      name,
      sql: await readFile(join(folder, name), 'utf8'),
    })),
  );
}

/**
 * Brings the schema up to date, all or nothing. Several processes may call it at once.
 * @returns the names of what was run.
 * @throws InvalidInput when the database was made by a newer Vaktis.
 */
export async function migrate(database: Database, migrations?: readonly Migration[]): Promise<string[]> {
  const known = migrations ?? (await readMigrations());
  return database.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const done = await doneBefore(client);
    refuseNewer(done, known);
    const missing = known.filter((migration) => !done.has(migration.number));
    for (const migration of missing) await apply(client, migration);
    return missing.map((migration) => migration.name);
  });
}

async function doneBefore(client: Queryable): Promise<Set<number>> {
  await client.query(
    'create table if not exists migrations (number integer primary key, name text not null, at timestamptz not null default now())',
  );
  const { rows } = await client.query('select number from migrations');
  return new Set(
    z
      .array(z.object({ number: z.number() }))
      .parse(rows)
      .map((row) => row.number),
  );
}

function refuseNewer(done: ReadonlySet<number>, known: readonly Migration[]): void {
  const newest = Math.max(0, ...known.map((migration) => migration.number));
  const unknown = [...done].filter((number) => number > newest);
  if (unknown.length === 0) return;
  throw new InvalidInput(
    `The database has schema version ${Math.max(...unknown)}, and this version of Vaktis knows ${newest}. ` +
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
