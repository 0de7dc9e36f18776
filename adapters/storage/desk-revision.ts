import { z } from 'zod';
import type { Queryable } from './database.ts';
import { rowOf } from './rows.ts';

const Revision = z.object({ revision: z.coerce.number() });

/** Cheap: one row. 0 = nothing was ever imported. */
export async function readRevision(client: Queryable): Promise<number> {
  return (await rowOf(Revision, client, 'select revision from desk'))?.revision ?? 0;
}

/** How often this process began to change the desk; no database is asked. */
export function changesBegunHere(): number {
  return begunHere;
}

let begunHere = 0;

/**
 * The next revision, to be written on every row that changes in this transaction. Taking it locks the row:
 * changes of the desk happen one after the other, so a reader that has seen a revision has seen all before it.
 */
export async function moveRevision(client: Queryable): Promise<number> {
  begunHere += 1;
  const row = await rowOf(Revision, client, 'update desk set revision = revision + 1 returning revision');
  if (row === null) throw new Error('The desk row is missing: the migrations have not run.');
  return row.revision;
}
