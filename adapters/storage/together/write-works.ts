import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { inBatches } from '../in-batches.ts';
import { rowsOf } from '../rows.ts';
import { toJson } from '../to-json.ts';
import type { Write } from './unit.ts';

/** Ids of deliveries that may not be sent at once; null when somebody else was first, and nothing was written. */
export type Held = ReadonlySet<string> | null;

/** Writes one piece of work, all or nothing. It is committed when this resolves. */
export type WriteWork = (writes: readonly Write[]) => Promise<Held>;

const Each = z.object({ held: z.array(z.array(z.string()).nullable()) });

/** What is ready at once, or while others are being written, is committed together: one statement, one commit. */
export function createWriteWork(database: Queryable): WriteWork {
  const write = inBatches((works: readonly (readonly Write[])[]) => writeEach(database, works));
  return async (writes) => (writes.length === 0 ? new Set() : write(writes));
}

async function writeEach(database: Queryable, works: readonly (readonly Write[])[]): Promise<Held[]> {
  const [row] = await rowsOf(Each, database, 'select write_each($1) as held', [toJson(works)]);
  return (row?.held ?? []).map((held) => held && new Set(held));
}
