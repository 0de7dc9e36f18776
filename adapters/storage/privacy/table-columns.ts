import { z } from 'zod';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';

const Column = z.object({
  schema: z.string(),
  table: z.string(),
  name: z.string(),
  type: z.string(),
  nullable: z.boolean(),
  generated: z.boolean(),
});
export type Column = z.infer<typeof Column>;

/** The columns of our tables and of the queue's, as the database has them. */
export function readColumns(client: Queryable): Promise<Column[]> {
  return rowsOf(
    Column,
    client,
    `select n.nspname as schema, c.relname as "table", a.attname as name, format_type(a.atttypid, null) as type,
       not a.attnotnull as nullable, a.attgenerated <> '' or a.attidentity <> '' as generated
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('public', 'jobs')
       and a.attnum > 0 and not a.attisdropped
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by 1, 2, a.attnum`,
  );
}

export const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
