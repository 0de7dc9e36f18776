import type { Storage, Stores } from '#bot/conversation/stores.ts';
import type { DeliveryStore } from '#bot/handoff/stores.ts';
import { createAttachmentStore } from './attachment-store.ts';
import { createCaseStore } from './case-store.ts';
import { createContactStore } from './contact-store.ts';
import { createContractorLineStore } from './contractor-line-store.ts';
import { createConversationStore } from './conversation-store.ts';
import type { Database, Queryable } from './database.ts';
import { createDeliveryStore } from './delivery-store.ts';
import type { JobName, Jobs } from './job-queue.ts';
import { createKnowledgeStore } from './knowledge-store.ts';
import { createMatrixStore } from './matrix-store.ts';
import { createAuditLog } from './privacy/audit-log.ts';
import { createRotaStore } from './rota-store.ts';
import { createFreshDeliveries, type FreshDeliveries } from './together/fresh-deliveries.ts';
import { workTogether } from './together/work-together.ts';
import { createWriteWork } from './together/write-works.ts';

/**
 * A transaction's writes go to the database together, at its end; where somebody else was first meanwhile, or it
 * asks for what only a real transaction gives, it is done anew in one. `wake` hears, after the commit, the names of
 * the queues that got a job to do at once. `hold`: whether what is taken from now on is still this process's later.
 */
export function createStorage(
  database: Database,
  jobs: Jobs,
  wake: (name: JobName) => void = () => undefined,
  hold: () => () => boolean = () => () => true,
): Storage {
  const fresh = createFreshDeliveries();
  const write = createWriteWork(database);
  const plain = (client: Queryable) => createStores(client, jobs, wake, (inner) => inner(client));
  const stores = createStores(database, jobs, wake, (work) => database.transaction(work));
  return {
    stores: { ...stores, deliveries: { ...withFresh(stores.deliveries, fresh), hold } },
    async transaction(work, known = { cases: [] }) {
      const ports = { database, write, plain, jobs, fresh, hold, wake, known };
      const together = await workTogether(ports, work);
      return together.done ? together.result : inOneTransaction(work);
    },
  };

  async function inOneTransaction<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
    const woken = new Set<JobName>();
    const result = await database.transaction((client) =>
      work(
        createStores(
          client,
          jobs,
          (name) => woken.add(name),
          (inner) => inner(client),
        ),
      ),
    );
    for (const name of woken) wake(name);
    return result;
  }
}

/** What this process wrote as taken is given without a question, once. */
function withFresh(deliveries: DeliveryStore, fresh: FreshDeliveries): DeliveryStore {
  return {
    ...deliveries,
    async claim(id, at, staleBefore) {
      const taken = fresh.take(id, at);
      if (taken !== null && taken !== 'too late') return taken;
      // Somebody else may have it by now, and keeps it; else it waits for anybody, and for no lease of ours to end.
      if (taken === 'too late') await deliveries.markFailed(id, 'its writer did not come to it in time');
      return deliveries.claim(id, at, staleBefore);
    },
    leftBehind: async (before, limit, due) => [
      ...fresh.leftBehind(before),
      ...(await deliveries.leftBehind(before, limit, due)),
    ],
  };
}

function createStores(
  client: Queryable,
  jobs: Jobs,
  wake: (name: JobName) => void,
  inTransaction: <T>(work: (client: Queryable) => Promise<T>) => Promise<T>,
): Stores {
  return {
    attachments: createAttachmentStore(client),
    audit: createAuditLog(client),
    cases: createCaseStore(client),
    deliveries: createDeliveryStore(client),
    contacts: createContactStore(client),
    contractorLines: createContractorLineStore(client),
    knowledge: createKnowledgeStore(client, inTransaction),
    matrix: createMatrixStore(client, inTransaction),
    rota: createRotaStore(inTransaction),
    conversations: createConversationStore(client),
    jobs: jobs.bind(client, wake),
  };
}
