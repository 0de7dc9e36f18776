import type { Storage, Stores } from '#bot/conversation/stores.ts';
import type { Clock } from './app.ts';

/**
 * Storage whose queue is told when to begin in the machine's time: the queue has no other clock, while
 * everything else lives by the process's, which the simulator may have moved into the night.
 */
export function inMachineTime(storage: Storage, clock: Clock): Storage {
  const translated = (stores: Stores): Stores => ({
    ...stores,
    jobs: {
      enqueue: (job, options = {}) =>
        stores.jobs.enqueue(job, {
          ...options,
          ...(options.startAfter ? { startAfter: clock.toMachineTime(options.startAfter) } : {}),
        }),
    },
  });
  return {
    stores: translated(storage.stores),
    transaction: (work, known) => storage.transaction((stores) => work(translated(stores)), known),
  };
}
