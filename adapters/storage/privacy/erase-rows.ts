import { erasedId } from '#bot/privacy/anonymise-case.ts';
import { storedData } from '#bot/privacy/stored-data.ts';
import { columnsOf, type StoredTable } from '#bot/privacy/stored-table.ts';
import type { Queryable } from '../database.ts';
import type { Counts } from './forget-everywhere.ts';
import { type Column, quote, readColumns } from './table-columns.ts';

/**
 * What the table of stored data says that erasing does, table by table: rows about the person go, or stay without the
 * name and without the words. `keys`: all that a column may name them by. Cases are not among these.
 */
export async function eraseRows(client: Queryable, keys: readonly string[]): Promise<Counts> {
  const counts: Counts = new Map();
  const columns = (await readColumns(client)).filter(({ schema }) => schema === 'public');
  for (const stored of storedData) {
    const own = columns.filter(({ table }) => table === stored.table);
    const changed = await eraseFrom(client, stored, own, keys);
    if (changed > 0) counts.set(stored.table, changed);
  }
  return counts;
}

async function eraseFrom(
  client: Queryable,
  stored: StoredTable,
  columns: readonly Column[],
  keys: readonly string[],
): Promise<number> {
  const { erasure, table } = stored;
  if (erasure !== 'delete' && erasure !== 'unname') return 0;
  const subjects = columnsOf(stored, 'subject');
  let count = 0;
  if (erasure === 'delete' && subjects.length > 0) {
    const { rowCount } = await client.query(
      `delete from ${quote(table)} where ${subjects.map((name) => isOneOf(name, columns)).join(' or ')}`,
      [keys],
    );
    count += rowCount;
  }
  const naming = columnsOf(
    stored,
    ...(erasure === 'delete' ? (['actor'] as const) : (['actor', 'subject'] as const)),
  );
  for (const name of naming) {
    const words = erasure === 'unname' ? columnsOf(stored, 'words') : [];
    const sets = [unnamed(name, columns), ...words.flatMap((word) => emptied(word, columns))];
    const { rowCount } = await client.query(
      `update ${quote(table)} set ${sets.join(', ')} where ${isOneOf(name, columns)}`,
      [keys],
    );
    count += rowCount;
  }
  return count;
}

function isOneOf(name: string, columns: readonly Column[]): string {
  return isList(name, columns) ? `${quote(name)} && $1::text[]` : `lower(${quote(name)}) = any($1)`;
}

function unnamed(name: string, columns: readonly Column[]): string {
  const column = quote(name);
  if (!isList(name, columns)) return `${column} = '${erasedId}'`;
  return `${column} = array(select one from unnest(${column}) one where one <> all($1))`;
}

/** A text that must be there and may be looked up by is left to the search through all texts. */
function emptied(name: string, columns: readonly Column[]): string[] {
  return columns.some((column) => column.name === name && column.nullable) ? [`${quote(name)} = null`] : [];
}

function isList(name: string, columns: readonly Column[]): boolean {
  return columns.some((column) => column.name === name && column.type === 'text[]');
}
