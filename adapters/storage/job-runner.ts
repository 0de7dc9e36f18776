import type { Job, JobResult, PgBoss } from 'pg-boss';
import { z } from 'zod';
import { idsOf } from '#bot/observe/ids-of.ts';
import { beginTrail, CarriedTrail, onTrail } from '#bot/trail.ts';
import { bringNearer } from './bring-nearer.ts';
import type { Database, Queryable } from './database.ts';
import { inLanes } from './delivery-lanes.ts';
import { type JobData, jobData } from './job-data.ts';
import { createBoss, deadLetterQueue, type JobName, jobNames, jobSchema } from './job-queue.ts';
import type { WatchedDatabase } from './outage.ts';
import type { Freed, Pulse } from './pulse.ts';
import { rowsOf } from './rows.ts';
import type { StorageLog } from './storage-log.ts';
import { watchQueues } from './watch-queues.ts';

/** What to do for each queue. A handler that throws is tried again later, ever more slowly. */
export type JobHandlers = { readonly [Name in JobName]?: (data: JobData<Name>) => Promise<void> };

export type JobRunner = {
  start(handlers: JobHandlers): Promise<void>;
  /** Takes no more jobs and waits for those under way, at most `timeout` ms (default 10,000). */
  stop(timeout?: number): Promise<void>;
  /** Looks into that queue now instead of at the next half second. */
  wake(name: JobName): void;
  /** Brings jobs that wait for a later time so many milliseconds nearer; negative: further away. */
  bringNearer(milliseconds: number): Promise<void>;
};

/**
 * Each fetch takes at most `batchSize` jobs; a full one is followed by the next without a pause. A queue is looked into
 * when there is something in it (watchQueues); by itself only now and then, should that have gone wrong.
 */
const polling = { pollingIntervalSeconds: 15, batchSize: 20, burstWhenBatchFull: true } as const;

/** Runs the jobs that the queues hold. While the database is away it lives on, and says so once. */
export function createJobRunner(
  database: Database,
  outage: WatchedDatabase,
  log: StorageLog,
  pulse: Pulse,
): JobRunner {
  const boss = createBoss(outage, { supervise: true });
  boss.on('error', (error) => {
    if (!outage.isAway()) log.error({ error: error.message }, 'The job queue reported an error.');
  });
  const workers = new Map<string, string>();
  const wake = (name: string) => {
    const worker = workers.get(name);
    if (worker !== undefined) boss.notifyWorker(worker);
  };
  let watch: ReturnType<typeof watchQueues> | null = null;
  return {
    async start(handlers) {
      await boss.start();
      if (database.engine === 'embedded') await giveBackOrphans(boss, database);
      else await pulse.start((freed) => takeOver(boss, freed));
      const listen = listener(boss, database, workers, log);
      for (const name of jobNames) await listenTo(name, handlers, listen);
      await reportDeadLetters(boss, log);
      watch = watchQueues(outage, [...workers.keys()], wake);
    },
    async stop(timeout = 10_000) {
      await watch?.stop();
      await boss.stop({ graceful: true, timeout });
      await pulse.stop();
    },
    wake,
    bringNearer: (milliseconds) => bringNearer(database, milliseconds),
  };
}

function listenTo<Name extends JobName>(name: Name, handlers: JobHandlers, listen: Listener): Promise<void> {
  return listen<JobData<Name>>(name, jobData[name], handlers[name]);
}

type Listener = <T>(
  name: JobName,
  schema: z.ZodType<T>,
  handler: ((data: T) => Promise<void>) | undefined,
) => Promise<void>;

function listener(
  boss: PgBoss,
  database: Queryable,
  workers: Map<string, string>,
  log: StorageLog,
): Listener {
  return async (name, schema, handler) => {
    if (handler === undefined) return;
    const id = await boss.work<unknown, unknown, typeof polling & { perJobResults: true }>(
      name,
      { ...polling, perJobResults: true },
      async (jobs) => {
        const rows = name === 'deliver' ? await inLanes(database, jobs) : jobs.map((job) => [job]);
        return runRows(rows, (job) =>
          onTrail(trailOf(job), () => runJob(job, (data) => handler(schema.parse(data)), log)),
        );
      },
    );
    workers.set(name, id);
  };
}

/** Each row's jobs one after the other, the rows side by side. */
async function runRows(
  rows: readonly Job<unknown>[][],
  run: (job: Job<unknown>) => Promise<JobResult>,
): Promise<JobResult[]> {
  const results = await Promise.all(
    rows.map(async (row) => {
      const done: JobResult[] = [];
      for (const job of row) done.push(await run(job));
      return done;
    }),
  );
  return results.flat();
}

const Carrying = z.object({ trail: CarriedTrail });

/** What it was set off by; else it begins a trail of its own. */
function trailOf(job: Job<unknown>): ReturnType<typeof beginTrail> {
  const carried = Carrying.safeParse(job.data);
  return beginTrail(carried.success ? carried.data.trail : { id: job.id });
}

async function runJob(
  job: Job<unknown>,
  handle: (data: unknown) => Promise<void>,
  log: StorageLog,
): Promise<JobResult> {
  try {
    await handle(job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    log.warn(
      { job: job.name, id: job.id, attempt: job.retryCount + 1, ...idsOf(job.data), error: reason },
      'A job failed; it will be tried again.',
    );
    return { id: job.id, status: 'failed', output: { reason } };
  }
}

/** What a dead process was sending: in order for each reader, as all deliveries are. */
async function takeOver(boss: PgBoss, { deliveries, lines }: Freed): Promise<void> {
  for (const deliveryId of deliveries) await boss.send('deliver', { deliveryId });
  for (const contractorId of lines) await boss.send('contractor-line', { contractorId, what: 'try' });
}

/**
 * Only one process holds an embedded database: at its start, whatever is active belongs to a process that died, and
 * what was being sent may have been said or not.
 */
async function giveBackOrphans(boss: PgBoss, database: Database): Promise<void> {
  await database.query(`update deliveries set touched_at = to_timestamp(0) where status = 'sending'`);
  await database.query(
    'update contractor_lines set held_until = to_timestamp(0) where held_until is not null',
  );
  const Orphan = z.object({ name: z.string(), id: z.string() });
  const text = `select name, id from ${jobSchema}.job where name = any($1) and state = 'active'`;
  const orphans = await rowsOf(Orphan, database, text, [jobNames]);
  for (const [name, jobs] of Map.groupBy(orphans, (job) => job.name)) {
    await boss.fail(
      name,
      jobs.map((job) => job.id),
    );
  }
}

async function reportDeadLetters(boss: PgBoss, log: StorageLog): Promise<void> {
  await boss.work<unknown, void, { includeMetadata: true; pollingIntervalSeconds: number }>(
    deadLetterQueue,
    { includeMetadata: true, pollingIntervalSeconds: 5 },
    async (jobs) => {
      for (const job of jobs) {
        const tell = () =>
          log.error(
            { job: job.sourceName, id: job.sourceId, attempts: job.sourceRetryCount, ...idsOf(job.data) },
            'A job was given up after many attempts. Somebody has to look at it.',
          );
        onTrail(trailOf(job), tell);
      }
    },
  );
}
