import type { z } from 'zod';
import type { Queryable } from './database.ts';

/** Runs a query and parses every row. */
export async function rowsOf<T>(
  schema: z.ZodType<T>,
  client: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const { rows } = await client.query(text, values);
  // Not by an array's schema: making one takes longer than most rows do.
  return rows.map((row) => schema.parse(row));
}

/** The first row, or null when there is none. */
export async function rowOf<T>(
  schema: z.ZodType<T>,
  client: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<T | null> {
  const { rows } = await client.query(text, values);
  return rows.length === 0 ? null : schema.parse(rows[0]);
}
