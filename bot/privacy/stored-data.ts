import { storedCases } from './stored-cases.ts';
import { storedDesk } from './stored-desk.ts';
import { storedInsights } from './stored-insights.ts';
import type { StoredTable } from './stored-table.ts';
import { storedTalk } from './stored-talk.ts';
import { storedUpkeep } from './stored-upkeep.ts';

/**
 * What is stored about people: what, why, how long, who sees it, what becomes of it. Retention, export, erasure, the
 * archive and the record of processing all read this table, and a test holds it against the schema, column by column.
 */
export const storedData: readonly StoredTable[] = [
  ...storedTalk,
  ...storedCases,
  ...storedDesk,
  ...storedUpkeep,
  ...storedInsights,
];

/** @throws Error for a table that is not described: then the description comes first. */
export function storedTable(name: string): StoredTable {
  const found = storedData.find(({ table }) => table === name);
  if (found === undefined)
    throw new Error(`Nothing is said about the table ${name}: see bot/privacy/stored-data.ts.`);
  return found;
}
