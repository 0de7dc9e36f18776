import { z } from 'zod';
import type { MeasuredPart } from '#bot/insights/measures/measured-parts.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { Shares, shareParts } from './part-row.ts';

const SetRow = z.object({ id: z.string(), parts: Shares });

export type SharedParts = (shares: string, ripe: boolean) => readonly MeasuredPart[];

/** Shares by the name that facts have them under. A name says what is in it, so what was read once stays true. */
export function createPartSets(client: Queryable): (names: readonly string[]) => Promise<SharedParts> {
  const sets = new Map<string, Shares>();
  const made = new Map<string, readonly MeasuredPart[]>();
  const shared: SharedParts = (name, ripe) => {
    const key = `${name} ${ripe}`;
    const set = sets.get(name);
    if (set === undefined) return [];
    const parts = made.get(key) ?? shareParts(set, ripe);
    made.set(key, parts);
    return parts;
  };
  return async (names) => {
    const missing = [...new Set(names)].filter((name) => !sets.has(name));
    if (missing.length > 0) {
      const rows = await rowsOf(SetRow, client, 'select id, parts from part_sets where id = any($1)', [
        missing,
      ]);
      for (const { id, parts } of rows) sets.set(id, parts);
    }
    return shared;
  };
}
