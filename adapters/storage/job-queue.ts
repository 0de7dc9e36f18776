import { randomUUID } from 'node:crypto';
import { PgBoss, type QueueOptions } from 'pg-boss';
import type { JobQueue, JobRequest } from '#bot/handoff/stores.ts';
import { type CarriedTrail, currentTrail } from '#bot/trail.ts';
import type { Queryable } from './database.ts';
import type { Unit } from './together/unit.ts';

export const jobNames = [
  'deliver',
  'escalate',
  'offer',
  'send-to-contractor',
  'contractor-line',
  'follow-contractor',
  'alert',
  'watch',
  'daily',
  'close',
  'summarise',
] as const satisfies readonly JobRequest['name'][];
export type JobName = JobRequest['name'];

export const jobSchema = 'jobs';
/** Where a job ends that kept failing. */
export const deadLetterQueue = 'dead-letter';

export type Retries = {
  readonly retryLimit: number;
  readonly retryDelay: number;
  readonly retryBackoff: boolean;
};

/** Some four hours of trying, ever more slowly: after 2 s, 4 s, 8 s … and at last every ten minutes. */
const defaultRetries: Retries = { retryLimit: 30, retryDelay: 2, retryBackoff: true };

/** A process that dies in the middle of a job is noticed after half a minute. */
const queueOptions = {
  expireInSeconds: 120,
  heartbeatSeconds: 30,
  retryDelayMax: 600,
} satisfies QueueOptions;

/** Writes jobs; started once per process, with no timers that look after the queues (JobRunner has them). */
export type Jobs = {
  /** A queue whose jobs are written through that client, so with its transaction. */
  bind(client: Queryable, wake: (name: JobName) => void): JobQueue;
  /** A queue whose jobs are written with that unit's other writes. */
  bindLater(unit: Unit, wake: (name: JobName) => void): JobQueue;
  stop(): Promise<void>;
};

export async function openJobs(
  database: Queryable,
  onError: (error: Error) => void,
  retries: Retries = defaultRetries,
): Promise<Jobs> {
  const boss = createBoss(database, { supervise: false });
  boss.on('error', onError);
  // Two processes that start at once may get in each other's way while pg-boss makes its tables.
  await boss.start({ attempts: 5 });
  await createQueues(boss, retries);
  return {
    bind: (client, wake) => bind(boss, client, wake),
    bindLater: (unit, wake) => bindLater(boss, unit, wake),
    stop: () => boss.stop({ graceful: false }),
  };
}

export function createBoss(database: Queryable, options: { supervise: boolean }): PgBoss {
  return new PgBoss({
    db: { executeSql: (text, values) => database.query(text, values) },
    schema: jobSchema,
    schedule: false,
    supervise: options.supervise,
    // A died process's job is picked up within half a minute.
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    // Rebuilding indexes concurrently is nothing for one connection that others wait for.
    reindex: false,
  });
}

/** What is there already as it should be is left alone: each statement makes every start a little slower. */
async function createQueues(boss: PgBoss, retries: Retries): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  if (!known.has(deadLetterQueue)) await boss.createQueue(deadLetterQueue, { retryLimit: 3 });
  const wanted = {
    ...retries,
    ...queueOptions,
    retryDelayMax: retries.retryBackoff ? queueOptions.retryDelayMax : null,
  };
  for (const name of jobNames) {
    const queue = known.get(name);
    if (queue === undefined || !hasOptions(queue, wanted)) {
      await boss.createQueue(name, { deadLetter: deadLetterQueue });
      // Also for a queue that an earlier version made.
      await boss.updateQueue(name, wanted);
    }
    // Asking once fills pg-boss's cache of queues: inside a transaction it could not ask any more. Its start fills it
    // too, but of two processes that start at once one may find there what the other was just making. Only the cache
    // matters, so the question for a job goes nowhere.
    await boss.findJobs(name, { id: randomUUID(), db: nowhere });
  }
}

const nowhere = { executeSql: async () => ({ rows: [] }) };

function hasOptions(queue: QueueOptions, wanted: object): boolean {
  const held = new Map(Object.entries(queue));
  return Object.entries(wanted).every(([option, value]) => (held.get(option) ?? null) === value);
}

function bind(boss: PgBoss, client: Queryable, wake: (name: JobName) => void): JobQueue {
  const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
  return {
    async enqueue(job, { startAfter = null, singletonKey } = {}) {
      if (singletonKey === undefined) {
        await boss.send(job.name, onItsWay(job), { db, ...(startAfter === null ? {} : { startAfter }) });
      } else {
        // One waiting job per key: the newest request says when it runs.
        await boss.upsert(job.name, onItsWay(job), { db, singletonKey, startAfter: startAfter ?? 0 });
      }
      if (startAfter === null) wake(job.name);
    },
  };
}

/** What comes round by itself, or is about a whole system, would drag along for ever what once set it off. */
const notCarried: readonly JobName[] = ['daily', 'follow-contractor', 'contractor-line'];

/** The job's data, with the trail that it is on. */
function onItsWay({ name, data }: JobRequest): JobRequest['data'] & { trail?: CarriedTrail } {
  const trail = currentTrail();
  if (trail === null || notCarried.includes(name)) return data;
  return { ...data, trail: { id: trail.id, parent: trail.parent } };
}

/** The queue makes its own text; only that it runs later is ours. */
function bindLater(boss: PgBoss, unit: Unit, wake: (name: JobName) => void): JobQueue {
  const later: Queryable = {
    async query(text, [jobs] = []) {
      unit.add({ write: 'job', text, jobs });
      return { rows: [{ id: randomUUID() }], rowCount: 1 };
    },
  };
  const queue = bind(boss, later, wake);
  return {
    // One waiting job per key: that looks first what is there.
    enqueue: async (job, options) =>
      options?.singletonKey === undefined ? queue.enqueue(job, options) : unit.giveUp(),
  };
}
