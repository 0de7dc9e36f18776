import type { Known, Stores } from '#bot/conversation/stores.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { Database, Queryable } from '../database.ts';
import type { JobName, Jobs } from '../job-queue.ts';
import { createCaseWrites } from './case-writes.ts';
import { createContactWrites, createConversationWrites } from './conversation-writes.ts';
import { createDeliveryWrites } from './delivery-writes.ts';
import type { FreshDeliveries, TakenDelivery } from './fresh-deliveries.ts';
import { createKnowledgeWrites } from './knowledge-writes.ts';
import { createUnit, type Unit } from './unit.ts';
import type { WriteWork } from './write-works.ts';

type Ports = {
  readonly database: Database;
  readonly write: WriteWork;
  /** All stores over one client, for what is not written together: reading is let through, any writing gives up. */
  readonly plain: (client: Queryable) => Stores;
  readonly jobs: Jobs;
  readonly fresh: FreshDeliveries;
  /** Ask before the commit: whether what it takes is still this process's later. */
  readonly hold: () => () => boolean;
  /** Hears, after the commit, which queue got a job to do at once. */
  readonly wake: (name: JobName) => void;
  readonly known: Known;
};

/** Done, or left for a transaction: somebody else was first, or the work asked for what only that can do. */
export type Together<T> = { readonly done: true; readonly result: T } | { readonly done: false };

/**
 * Does a piece of work with all of its writes in one question to the database, at its end. What the writes rest on
 * is checked there; where it is not so any more nothing is written, and the work is not done.
 */
export async function workTogether<T>(
  ports: Ports,
  work: (stores: Stores) => Promise<T>,
): Promise<Together<T>> {
  const taken: TakenDelivery[] = [];
  const woken = new Set<JobName>();
  const { unit, outcome } = await ports.database.apart(async (client) => {
    const under = createUnit(client);
    const stores = createStores(
      ports,
      under,
      (one) => taken.push(one),
      (name) => woken.add(name),
    );
    return { unit: under, outcome: await settled(work(stores)) };
  });
  if (unit.gaveUp) return { done: false };
  if ('error' in outcome) throw outcome.error;
  const isOwn = ports.hold();
  const held = await ports.write(unit.writes).catch((error: unknown) => {
    // It may have been committed before the connection broke, and then only this process knows of it.
    if (error instanceof OutsideSystemFailed)
      for (const one of taken) ports.fresh.keep({ ...one, isOwn: () => false });
    throw error;
  });
  if (held === null) return { done: false };
  for (const one of taken) if (!held.has(one.delivery.id)) ports.fresh.keep({ ...one, isOwn });
  for (const name of woken) ports.wake(name);
  return { done: true, result: outcome.result };
}

/** Nothing is thrown yet: what gave up is no failure. */
function settled<T>(work: Promise<T>): Promise<{ readonly result: T } | { readonly error: unknown }> {
  return work.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
}

function createStores(
  { jobs, plain, known }: Ports,
  unit: Unit,
  taken: (one: TakenDelivery) => void,
  wake: (name: JobName) => void,
): Stores {
  return {
    ...plain(unit.reading()),
    // Its chain is held until the commit, so it wants a transaction.
    audit: { record: async () => unit.giveUp() },
    cases: createCaseWrites(unit, known.cases),
    deliveries: createDeliveryWrites(unit, taken),
    contacts: createContactWrites(unit),
    knowledge: createKnowledgeWrites(unit),
    conversations: createConversationWrites(unit, known.seen ?? false),
    jobs: jobs.bindLater(unit, wake),
  };
}
