import type { Retention, StoredTable } from '#bot/privacy/stored-table.ts';
import { columnsOf } from '#bot/privacy/stored-table.ts';
import { type Column, quote } from './table-columns.ts';

/** What must be so beside the time: what is still on its way or under way is nobody's to weed. */
const only: Readonly<Record<string, string>> = {
  deliveries: `status in ('sent', 'undeliverable')`,
  matrix_suggestions: `status <> 'open'`,
};

/** Where the time is not a column of its own. `$1`: what is older may go. */
const due: Readonly<Record<string, string>> = {
  conversations: `coalesce((state->>'lastAt')::timestamptz, '-infinity') < $1`,
  // Who has left the directory, or never was in it and has no talk left, is not written to any more.
  contacts: `exists (select from directory_people d where d.id = contacts.upn and d.inactive_since < $1)`,
  directory_people: 'inactive_since < $1',
  note_confirmations: 'date < $1::date',
  attachments: `at < $1 and not exists (
    select from cases, jsonb_path_query(data, '$.**.attachments[*].id') as named (id)
    where (state in ('new', 'in-progress', 'on-hold') or updated_at >= $1) and named.id #>> '{}' = attachments.id)`,
};

export type Weeding = {
  readonly table: string;
  readonly rule: Retention;
  /** SQL: which rows; `$1` is the instant before which they are due. */
  readonly due: string;
  /** SQL: deletes or changes at most so many of them (`$2`). */
  readonly run: string;
};

/** One of the rules of the table of stored data as SQL. Cases have a way of their own. */
export function toWeeding(stored: StoredTable, rule: Retention, columns: readonly Column[]): Weeding {
  const { table } = stored;
  const isDue = [due[table] ?? `${quote(rule.from)} < $1`, only[table] ?? null]
    .concat(rule.does === 'unname' ? [hasNames(stored, columns)] : [])
    .filter((part) => part !== null)
    .join(' and ');
  const some = `ctid = any(array(select ctid from ${quote(table)} where ${isDue} limit $2))`;
  const run =
    rule.does === 'delete'
      ? `delete from ${quote(table)} where ${some}`
      : `update ${quote(table)} set ${unname(stored, columns).join(', ')} where ${some}`;
  return { table, rule, due: isDue, run };
}

/** What is taken out when names and words go and the row stays. */
function unname(stored: StoredTable, columns: readonly Column[]): string[] {
  return columnsOf(stored, 'subject', 'actor', 'words').map(
    (name) => `${quote(name)} = ${emptyOf(name, columns)}`,
  );
}

function hasNames(stored: StoredTable, columns: readonly Column[]): string {
  const named = columnsOf(stored, 'subject', 'actor', 'words').map(
    (name) => `${quote(name)} is distinct from ${emptyOf(name, columns)}`,
  );
  return `(${named.join(' or ')})`;
}

function emptyOf(name: string, columns: readonly Column[]): string {
  const column = columns.find((one) => one.name === name);
  if (column?.nullable) return 'null';
  return column?.type === 'text[]' ? `'{}'` : `'borttagen'`;
}
