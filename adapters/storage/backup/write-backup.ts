import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { z } from 'zod';
import type { Database, Queryable } from '../database.ts';
import { jobNames, jobSchema } from '../job-queue.ts';
import { rowsOf } from '../rows.ts';
import { formatVersion, type Head, type LastLine, rowStart, type Summary, type TableLine } from './format.ts';

export type BackupPorts = { readonly database: Database; readonly now: () => Date; readonly version: string };

const Table = z.object({ name: z.string(), columns: z.array(z.string()), has_bytes: z.boolean() });
type Table = z.infer<typeof Table>;
const RowText = z.object({ row: z.string() });

/** Rows that are fetched at once; few where one may hold a picture of ten megabytes. */
const batchOf = (table: Table) => (table.has_bytes ? 4 : 500);

/**
 * Writes everything that the database holds at one moment into one file, which appears under its name when it is whole.
 * The bot goes on meanwhile; with the embedded engine, which has one connection, it waits.
 * @throws Error when the file cannot be written.
 */
export async function writeBackup(ports: BackupPorts, path: string): Promise<Summary> {
  const unfinished = `${path}.unfinished`;
  try {
    const summary = await ports.database.transaction(async (client) => {
      await client.query('set transaction isolation level repeatable read, read only');
      return writeLines(ports, client, unfinished);
    });
    await putInPlace(unfinished, path);
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function writeLines(ports: BackupPorts, client: Queryable, path: string): Promise<Summary> {
  const head = await readHead(ports, client);
  const written: { last: LastLine | null } = { last: null };
  const keepLast = (last: LastLine) => {
    written.last = last;
  };
  const lines = Readable.from(linesOf(client, head, keepLast));
  // Readable by its owner only: it holds names, what people wrote, and the keys of links.
  await pipeline(lines, createGzip(), createWriteStream(path, { mode: 0o600 }));
  if (written.last === null) throw new Error('The backup has no end.');
  return { head, last: written.last };
}

async function* linesOf(
  client: Queryable,
  head: Head,
  onEnd: (last: LastLine) => void,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  const rows: Record<string, number> = {};
  const add = (line: string) => {
    const whole = `${line}\n`;
    hash.update(whole);
    return whole;
  };
  yield add(JSON.stringify(head));
  for (const table of await readTables(client)) {
    const opening: TableLine = { table: table.name, columns: table.columns };
    yield add(JSON.stringify(opening));
    rows[table.name] = 0;
    for await (const row of rowsIn(client, table)) {
      rows[table.name] = (rows[table.name] ?? 0) + 1;
      yield add(`${rowStart}${row}}`);
    }
  }
  const jobs = await readJobs(client);
  for (const job of jobs) yield add(job);
  const last: LastLine = { complete: true, rows, jobs: jobs.length, sha256: hash.digest('hex') };
  onEnd(last);
  yield `${JSON.stringify(last)}\n`;
}

/** What is referred to comes before what refers to it; what extensions made is not ours. */
async function readTables(client: Queryable): Promise<Table[]> {
  return rowsOf(
    Table,
    client,
    `with recursive ours as (
       select c.oid, c.relname from pg_class c
       where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname <> 'migrations'
         and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     ), levels as (
       select oid, 0 as level from ours
       union
       select f.conrelid, l.level + 1 from levels l
       join pg_constraint f on f.contype = 'f' and f.confrelid = l.oid and f.conrelid <> f.confrelid
     )
     select o.relname as name, bool_or(a.atttypid = 'bytea'::regtype) as has_bytes,
       array_agg(distinct a.attname::text) as columns
     from ours o join pg_attribute a on a.attrelid = o.oid and a.attnum > 0 and not a.attisdropped
       and a.attgenerated = ''
     group by o.oid, o.relname
     order by (select max(level) from levels l where l.oid = o.oid), o.relname`,
  );
}

async function* rowsIn(client: Queryable, table: Table): AsyncGenerator<string> {
  await client.query(
    `declare backup no scroll cursor for select to_jsonb(t)::text as row from "${table.name}" t`,
  );
  for (;;) {
    const batch = await rowsOf(RowText, client, `fetch ${batchOf(table)} from backup`);
    for (const { row } of batch) yield row;
    if (batch.length === 0) break;
  }
  await client.query('close backup');
}

const Queue = z.object({ found: z.string().nullable() });

/** Also those that somebody is at: whoever restores does not know how far they came. */
async function readJobs(client: Queryable): Promise<string[]> {
  // Where no server ever ran there is no queue.
  const [queue] = await rowsOf(Queue, client, `select to_regclass('${jobSchema}.job')::text as found`);
  if (queue?.found == null) return [];
  const rows = await rowsOf(
    RowText,
    client,
    `select json_build_object('job', json_build_object('name', name, 'data', data, 'singletonKey', singleton_key,
       'startAfter', case when start_after > now() then start_after end))::text as row
     from ${jobSchema}.job where name = any($1) and state in ('created', 'retry', 'active') order by created_on`,
    [jobNames],
  );
  return rows.map(({ row }) => row);
}

const Sequence = z.object({ name: z.string(), last: z.coerce.number() });
const Done = z.object({ number: z.number() });

async function readHead({ now, version }: BackupPorts, client: Queryable): Promise<Head> {
  const sequences = await rowsOf(
    Sequence,
    client,
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null order by 1`,
  );
  const schema = await rowsOf(Done, client, 'select number from migrations order by number');
  return {
    vaktis: 'backup',
    format: formatVersion,
    madeAt: now().toISOString(),
    version,
    schema: schema.map(({ number }) => number),
    sequences: Object.fromEntries(sequences.map(({ name, last }) => [name, last])),
  };
}

/** On the disk before it has its name: a power cut leaves an unfinished file, never half a backup. */
async function putInPlace(unfinished: string, path: string): Promise<void> {
  const file = await open(unfinished, 'r+');
  await file.sync();
  await file.close();
  await rename(unfinished, path);
}
