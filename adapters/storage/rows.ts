import { z } from 'zod';
import type { Queryable } from './database.ts';

/** Runs a query and parses every row. */
export async function rowsOf<T>(
  schema: z.ZodType<T>,
  client: Queryable,
  text: string,
  values: readonly unknown[] = [],
): Promise<T[]> {
  const { rows } = await client.query(text, values);
  return z.array(schema).parse(rows);
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
