import { z } from 'zod';
import type { Queryable } from './database.ts';
import { type Migration, readMigrations } from './migrate.ts';
import { rowOf, rowsOf } from './rows.ts';

/** How the database's schema stands to this version of Vaktis. */
export type SchemaState =
  /** No Vaktis was here yet. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'current' }
  /** File names of what is missing, in order; never empty. */
  | { readonly kind: 'old'; readonly missing: readonly string[] }
  /** A newer Vaktis made it. */
  | { readonly kind: 'new'; readonly theirs: number; readonly ours: number };

const Exists = z.object({ exists: z.boolean() });
const Done = z.object({ number: z.number() });

/** Only looks: nothing is migrated. */
export async function readSchemaState(
  client: Queryable,
  migrations?: readonly Migration[],
): Promise<SchemaState> {
  const known = migrations ?? (await readMigrations());
  const table = await rowOf(Exists, client, `select to_regclass('migrations') is not null as exists`);
  if (!table?.exists) return { kind: 'empty' };
  const done = new Set(
    (await rowsOf(Done, client, 'select number from migrations')).map(({ number }) => number),
  );
  if (done.size === 0) return { kind: 'empty' };
  const ours = Math.max(0, ...known.map(({ number }) => number));
  const theirs = Math.max(...done);
  if (theirs > ours) return { kind: 'new', theirs, ours };
  const missing = known.filter(({ number }) => !done.has(number)).map(({ name }) => name);
  return missing.length === 0 ? { kind: 'current' } : { kind: 'old', missing };
}
