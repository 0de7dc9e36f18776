import { z } from 'zod';
import { InvalidInput } from '#bot/errors.ts';
import type { JobQueue, JobRequest } from '#bot/handoff/stores.ts';
import type { Database, Queryable } from '../database.ts';
import { jobData } from '../job-data.ts';
import { jobNames, jobSchema, openJobs } from '../job-queue.ts';
import { type Migration, migrateWithin, readMigrations } from '../migrate.ts';
import { rowOf } from '../rows.ts';
import { clearPublic, emptyTables, findContent, setTriggers } from './clear-public.ts';
import type { Head, Summary, TableLine, WaitingJob } from './format.ts';
import { readBackup, verifyBackup } from './read-backup.ts';

export type RestoreOptions = {
  /** Throws away what the database holds. Without it only an empty database is filled. */
  readonly replace: boolean;
};

/**
 * Puts a backup into the database, all of it or nothing: one transaction makes the schema as it was, fills it, and brings
 * it up to date. Nobody else may be at the database.
 * @throws InvalidInput when the file is damaged or made by a newer Vaktis, or when the database is in use or not empty.
 */
export async function restoreBackup(
  database: Database,
  path: string,
  { replace }: RestoreOptions,
): Promise<Summary> {
  const summary = await verifyBackup(path);
  const migrations = await readMigrations();
  const before = migrationsOf(summary.head, migrations);
  await refuseInUse(database);
  if (!replace) await refuseFull(database);
  // The queue's own tables, which it can only make by itself; in an empty database they are harmless.
  const queue = await openJobs(database, () => undefined);
  try {
    await database.transaction(async (client) => {
      await clearPublic(client, migrations);
      await client.query(`delete from ${jobSchema}.job`);
      await migrateWithin(client, before);
      await emptyTables(client);
      await setTriggers(client, false);
      await fill(
        client,
        path,
        queue.bind(client, () => undefined),
      );
      await setTriggers(client, true);
      await setSequences(client, summary.head);
      await migrateWithin(client, migrations);
    });
  } finally {
    await queue.stop();
  }
  return summary;
}

/** The migrations that the backup's schema is made of. @throws InvalidInput when this version lacks one. */
function migrationsOf(head: Head, known: readonly Migration[]): Migration[] {
  const newest = Math.max(0, ...known.map(({ number }) => number));
  const numbers = new Set(known.map(({ number }) => number));
  const unknown = head.schema.filter((number) => !numbers.has(number));
  if (unknown.length > 0) {
    throw new InvalidInput(
      `The backup was made by Vaktis ${head.version} with schema version ${Math.max(...head.schema)}, and this version knows ${newest}. ` +
        'Nothing was restored. Use the version of Vaktis that made it, or a newer one.',
    );
  }
  return known.filter(({ number }) => head.schema.includes(number));
}

const Count = z.object({ count: z.number() });

/** Restoring connects under another name, so that servers can be told from it. */
async function refuseInUse(database: Database): Promise<void> {
  if (database.engine === 'embedded') return;
  const others = await rowOf(
    Count,
    database,
    `select count(*)::int as count from pg_stat_activity
     where datname = current_database() and (application_name = 'vaktis' or application_name like 'vaktis %')`,
  );
  if ((others?.count ?? 0) === 0) return;
  throw new InvalidInput(
    'A Vaktis is connected to this database. Stop every replica first, then restore, then start them.',
  );
}

async function refuseFull(database: Database): Promise<void> {
  const content = await findContent(database);
  if (content.length === 0) return;
  const what = content.map(({ table, rows }) => `${table} (${rows})`).join(', ');
  throw new InvalidInput(
    `The database is not empty: ${what}. Restore into an empty one, or throw away what is there with --replace --yes.`,
  );
}

/** Characters and rows that go to the database at once. */
const largestBatch = { characters: 8_000_000, rows: 500 };

type Waiting = { table: TableLine | null; rows: string[]; characters: number };

async function fill(client: Queryable, path: string, queue: JobQueue): Promise<void> {
  const waiting: Waiting = { table: null, rows: [], characters: 0 };
  for await (const part of readBackup(path)) {
    if (part.kind === 'row') {
      waiting.rows.push(part.text);
      waiting.characters += part.text.length;
      if (waiting.characters > largestBatch.characters || waiting.rows.length >= largestBatch.rows)
        await insert(client, waiting);
      continue;
    }
    await insert(client, waiting);
    if (part.kind === 'table') waiting.table = part.table;
    if (part.kind === 'job') await enqueue(queue, part.job);
  }
}

async function insert(client: Queryable, waiting: Waiting): Promise<void> {
  const { table, rows } = waiting;
  if (table !== null && rows.length > 0) {
    const columns = table.columns.map(quote).join(', ');
    const name = ours(table.table);
    await client.query(
      `insert into ${name} (${columns}) overriding system value
       select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [`[${rows.join(',')}]`],
    );
  }
  waiting.rows = [];
  waiting.characters = 0;
}

/** By its schema, so that no backup writes into the database's own tables: who may log in is one of them. */
const ours = (name: string) => `public.${quote(name)}`;
const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** Each kind's data passes its own schema, as when it is run. */
const Request = z.custom<JobRequest>((value) => {
  const named = z.object({ name: z.enum(jobNames), data: z.unknown() }).safeParse(value);
  return named.success && jobData[named.data.name].safeParse(named.data.data).success;
});

async function enqueue(queue: JobQueue, { name, data, singletonKey, startAfter }: WaitingJob): Promise<void> {
  const job = Request.safeParse({ name, data });
  if (!job.success) throw new InvalidInput(`The backup holds a job of a kind that is not known: ${name}.`);
  await queue.enqueue(job.data, {
    startAfter: startAfter === null ? null : new Date(startAfter),
    ...(singletonKey === null ? {} : { singletonKey }),
  });
}

async function setSequences(client: Queryable, { sequences }: Head): Promise<void> {
  for (const [name, last] of Object.entries(sequences))
    await client.query('select setval($1::regclass, $2::bigint, true)', [ours(name), last]);
}
