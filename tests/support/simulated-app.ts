import { createApp } from '#bot/app.ts';
import { createLogger } from '#bot/logger.ts';
import { openTestStorage } from './storage.ts';
import { loadDesk, mondayMorning } from './talk.ts';

export type SimulatedApp = { readonly url: string; readonly close: () => Promise<void> };

/** What `npm start` gives: the whole app with its simulator on the demo district, on a Monday morning that stands still. */
export async function startSimulatedApp(): Promise<SimulatedApp> {
  const [opened, desk] = await Promise.all([openTestStorage(), loadDesk()]);
  let now = new Date(mondayMorning);
  const app = createApp({
    storage: opened.storage,
    deskSource: { current: async () => desk },
    // What comes later is not part of a morning that stands still.
    jobs: { start: async () => {}, stop: async () => {} },
    connectors: () => {
      throw new Error('this story has no contractor');
    },
    isReady: async () => true,
    teams: null,
    production: false,
    network: { fetch, wait: async () => {}, random: () => 0, authority: null, issueToken: null },
    logger: createLogger('silent'),
    newId: () => crypto.randomUUID(),
    clock: {
      now: () => now,
      toMachineTime: (at) => at,
      set: (instant) => {
        now = instant ?? new Date(mondayMorning);
      },
    },
  });
  const running = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: running.url,
    close: async () => {
      app.simulator?.close();
      await running.close(100);
      await app.stop();
      await opened.close();
    },
  };
}
