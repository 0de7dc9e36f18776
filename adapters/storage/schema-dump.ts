import { z } from 'zod';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

const Line = z.object({ line: z.string() });
const TableRow = z.object({ name: z.string(), parts: z.array(z.string()) });

const tables = `
  select c.relname as name, array(
    select format('%I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when a.attidentity = 'a' then ' generated always as identity'
           when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
      case when a.attnotnull then ' not null' else '' end)
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum
  ) || array(
    select format('constraint %I %s', conname, pg_get_constraintdef(oid)) from pg_constraint
    where conrelid = c.oid and contype in ('p', 'u', 'f', 'c', 'x') order by conname
  ) as parts
  from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by c.relname`;

/** Indexes but those that a constraint made, and sequences but those of identity columns. */
const indexes = `
  select pg_get_indexdef(i.indexrelid) || ';' as line from pg_index i join pg_class c on c.oid = i.indexrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint where conindid = i.indexrelid and contype in ('p', 'u', 'x'))
  order by c.relname`;
const sequences = `
  select format('CREATE SEQUENCE %I START WITH %s;', sequencename, start_value) as line from pg_sequences
  where schemaname = 'public' and not exists (
    select from pg_depend where objid = format('public.%I', sequencename)::regclass and deptype = 'i')
  order by sequencename`;

const views = `
  select format('CREATE VIEW %I AS%s%s', c.relname, chr(10), pg_get_viewdef(c.oid)) as line from pg_class c
  where c.relkind = 'v' and c.relnamespace = 'public'::regnamespace order by c.relname`;

/** Definitions end without a semicolon. */
const functions = `
  select pg_get_functiondef(oid) || ';' as line from pg_proc
  where pronamespace = 'public'::regnamespace order by proname`;

const triggers = `
  select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where c.relnamespace = 'public'::regnamespace and not t.tgisinternal order by t.tgname`;

/** What the migrations made, from the database's own catalogs: the same text on every engine. */
export async function dumpSchema(client: Queryable): Promise<string> {
  const made = await rowsOf(TableRow, client, tables);
  const texts = made.map(({ name, parts }) => `CREATE TABLE ${name} (\n  ${parts.join(',\n  ')}\n);`);
  const lines = [...(await rowsOf(Line, client, sequences)), ...(await rowsOf(Line, client, indexes))];
  const seen = await rowsOf(Line, client, views);
  const routines = await rowsOf(Line, client, functions);
  const header = '-- What the migrations add up to. Written by `npm run schema`; a test compares it.';
  const joined = lines.map(({ line }) => line).join('\n');
  const fired = await rowsOf(Line, client, triggers);
  const rest = [...seen, ...routines, ...fired].map(({ line }) => line);
  return `${[header, ...texts, joined, ...rest].join('\n\n')}\n`;
}
