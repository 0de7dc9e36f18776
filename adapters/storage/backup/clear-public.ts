import { z } from 'zod';
import type { Queryable } from '../database.ts';
import type { Migration } from '../migrate.ts';
import { rowsOf } from '../rows.ts';

const made = /\bcreate (?:or replace )?(table|view|sequence|function) (?:if not exists )?(\w+)/gi;
/** What others rest on goes last. */
const order = ['view', 'table', 'sequence', 'function'];

/** Takes away what the migrations made, and nothing else that may live in the same database. */
export async function clearPublic(client: Queryable, migrations: readonly Migration[]): Promise<void> {
  const things = migrations.flatMap(({ sql }) =>
    [...sql.matchAll(made)].map(([, kind = '', name = '']) => ({ kind: kind.toLowerCase(), name })),
  );
  const inOrder = [...things, { kind: 'table', name: 'migrations' }].sort(
    (a, b) => order.indexOf(a.kind) - order.indexOf(b.kind),
  );
  const dropped = new Set(inOrder.map(({ kind, name }) => `drop ${kind} if exists ${name} cascade`));
  for (const statement of dropped) await client.query(statement);
}

const Table = z.object({ name: z.string() });
const Count = z.object({ count: z.coerce.number() });

/** Made at the first start or by a migration, so they do not make a database full. */
const notContent = ['migrations', 'signing_keys', 'desk', 'audit_head', 'processes'];

/** Which of our tables hold rows, and how many. */
export async function findContent(client: Queryable): Promise<{ table: string; rows: number }[]> {
  const found = [];
  for (const name of await tablesBut(client, notContent)) {
    const [counted] = await rowsOf(Count, client, `select count(*) as count from "${name}"`);
    if (counted && counted.count > 0) found.push({ table: name, rows: counted.count });
  }
  return found;
}

/** Migrations put a few rows in themselves; what is restored has its own. */
export async function emptyTables(client: Queryable): Promise<void> {
  const names = await tablesBut(client, ['migrations']);
  if (names.length > 0) await client.query(`truncate ${names.map((name) => `"${name}"`).join(', ')}`);
}

/** What is restored happened already: nothing is done about it again. In the transaction that restores. */
export async function setTriggers(client: Queryable, on: boolean): Promise<void> {
  for (const name of await tablesBut(client, ['migrations']))
    await client.query(`alter table "${name}" ${on ? 'enable' : 'disable'} trigger user`);
}

async function tablesBut(client: Queryable, names: readonly string[]): Promise<string[]> {
  const tables = await rowsOf(
    Table,
    client,
    `select relname as name from pg_class c where relkind = 'r' and relnamespace = 'public'::regnamespace
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e') and relname <> all($1)
     order by relname`,
    [names],
  );
  return tables.map(({ name }) => name);
}
