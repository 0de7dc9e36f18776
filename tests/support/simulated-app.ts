import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { type AppPorts, createApp } from '#bot/app.ts';
import { createClock } from '#bot/clock.ts';
import { createLogger } from '#bot/logger.ts';
import { itemsOf } from '#knowledge/desk-folder/desk-item.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { openTestStorage } from './storage.ts';
import { demoFolder, loadDesk, mondayMorning } from './talk.ts';

export type SimulatedApp = { readonly url: string; readonly close: () => Promise<void> };

/**
 * What `npm start` gives: the whole app with its simulator on the demo district, on a Monday morning. It stands
 * still, with nothing that comes later; `running` lets time and jobs run. `stored`: the desk is in the database, where
 * the talk can change it.
 */
export async function startSimulatedApp(
  options: { running?: boolean; stored?: boolean } & Pick<AppPorts, 'languageModel'> = {},
): Promise<SimulatedApp> {
  const [opened, desk] = await Promise.all([openTestStorage(), loadDesk()]);
  if (options.stored) await storeDemo(opened);
  const standing = { start: async () => {}, stop: async () => {} };
  const app = createApp({
    storage: opened.storage,
    deskSource: options.stored
      ? opened.deskSource((notes, { settings }) => createNoteSearch(notes, { timezone: settings.timezone }))
      : { current: async () => desk },
    jobs: options.running ? opened.jobs : standing,
    connectors: () => {
      throw new Error('this story has no contractor');
    },
    isReady: async () => true,
    teams: null,
    production: false,
    network: { fetch, wait: async () => {}, random: () => 0, authority: null, issueToken: null },
    logger: createLogger('silent'),
    languageModel: options.languageModel ?? null,
    newId: () => crypto.randomUUID(),
    clock: options.running ? runningClock() : standingClock(),
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

/** As `vaktis import` does. */
async function storeDemo({ desk }: OpenStorage): Promise<void> {
  const content = await readDeskFolder(demoFolder);
  const { settings, sites, people, technicians } = content.desk;
  const values = { settings, sites: [...sites.values()], people: [...people.values()] };
  const upsert = itemsOf({ ...values, technicians: [...technicians.values()], notes: [...content.notes] });
  const { revision: basedOn } = await desk.load();
  await desk.applyChanges({ upsert, remove: [], imported: new Map(), basedOn });
}

function standingClock(): AppPorts['clock'] {
  let now = new Date(mondayMorning);
  return {
    now: () => now,
    toMachineTime: (at) => at,
    set: (instant) => {
      now = instant ?? new Date(mondayMorning);
    },
  };
}

/** Begins on that Monday morning and runs on; the simulator's "now" is the morning as well. */
function runningClock(): AppPorts['clock'] {
  const clock = createClock();
  const begin = () => clock.set(new Date(mondayMorning));
  begin();
  return { ...clock, set: (instant) => (instant === null ? begin() : clock.set(instant)) };
}
