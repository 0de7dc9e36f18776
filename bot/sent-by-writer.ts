import type { Storage, Stores } from '#bot/conversation/stores.ts';

/**
 * Storage for a process that sends right after the commit what it wrote to the outbox: it is written as taken for
 * sending already, so that nobody has to ask for it first. What is left over for any reason the sweep finds.
 */
export function sentByWriter(storage: Storage, now: () => Date): Storage {
  const taking = (stores: Stores): Stores => ({
    ...stores,
    deliveries: {
      ...stores.deliveries,
      add: (delivery) => stores.deliveries.add(delivery, now()),
    },
  });
  return {
    ...storage,
    transaction: (work, known) => storage.transaction((stores) => work(taking(stores)), known),
  };
}
