import type { Total } from './insight-store.ts';
import { fewPeople } from './measures/tally.ts';

/**
 * Rows that may stand alone, and those that are told together because they rest on fewer than five people. What is told
 * together is never one row, nor of fewer than five: else it could be told from the whole what was left out.
 */
export function splitFew(rows: readonly Total[]): { readonly shown: Total[]; readonly few: Total[] } {
  const few = rows.filter(({ people }) => people < fewPeople);
  const enough = rows.filter(({ people }) => people >= fewPeople).toSorted((a, b) => a.facts - b.facts);
  const people = few.reduce((sum, row) => sum + row.people, 0);
  const isTelling = few.length === 1 || (few.length > 0 && people < fewPeople);
  const more = isTelling ? 1 : 0;
  return { shown: enough.slice(more), few: [...few, ...enough.slice(0, more)] };
}
