import type { Storage, Stores } from '#bot/conversation/stores.ts';
import { createAttachmentStore } from './attachment-store.ts';
import { createCaseStore } from './case-store.ts';
import { createContactStore } from './contact-store.ts';
import { createConversationStore } from './conversation-store.ts';
import type { Database, Queryable } from './database.ts';
import { createDeliveryStore } from './delivery-store.ts';
import type { JobName, Jobs } from './job-queue.ts';
import { createKnowledgeStore } from './knowledge-store.ts';
import { createRotaStore } from './rota-store.ts';

/** `wake` hears, after the commit, the names of the queues that got a job to do at once. */
export function createStorage(
  database: Database,
  jobs: Jobs,
  wake: (name: JobName) => void = () => undefined,
): Storage {
  return {
    stores: createStores(database, jobs, wake, (work) => database.transaction(work)),
    async transaction(work) {
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
    },
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
    cases: createCaseStore(client),
    deliveries: createDeliveryStore(client),
    contacts: createContactStore(client),
    knowledge: createKnowledgeStore(client, inTransaction),
    rota: createRotaStore(inTransaction),
    conversations: createConversationStore(client),
    jobs: jobs.bind(client, wake),
  };
}
