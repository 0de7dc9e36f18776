import { createApp } from '#bot/app.ts';
import { demoFolder } from '#bot/cli/demo-folder.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { createLogger } from '#bot/logger.ts';
import { createEntraKeys } from '#bot/web/api/auth/entra-keys.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildTab } from './built-tab.ts';
import { openTestStorage } from './storage.ts';
import { addressOf, type TabOnLoopback } from './tab-on-loopback.ts';
import { mondayMorning } from './talk.ts';

export type TabApp = TabOnLoopback & {
  readonly url: string;
  /** Speaks to the API itself, as another computer would. */
  readonly api: <T>(as: string, method: string, path: string, body?: unknown) => Promise<T>;
};

/** What `npm start` gives: the tab, its API and the simulator on the demo district, on a Monday morning that stands still. */
export async function startTabApp(): Promise<TabApp> {
  const [opened, tabFolder] = await Promise.all([openTestStorage(), buildTab()]);
  const exit = await runCommand(['import', demoFolder], {
    cwd: process.cwd(),
    write: () => {},
    tell: () => undefined,
    storage: async () => opened,
  });
  if (exit !== 0) throw new Error('the demo district could not be loaded');
  const app = createApp({
    storage: opened.storage,
    deskSource: opened.deskSource((notes, desk) =>
      createNoteSearch(notes, { timezone: desk.settings.timezone }),
    ),
    jobs: { start: async () => {}, stop: async () => {} },
    connectors: () => {
      throw new Error('this story has no contractor');
    },
    isReady: async () => true,
    teams: null,
    production: false,
    editors: { stores: opened, imageLinks: null, keysOf: createEntraKeys(), publicUrl: null, tabFolder },
    network: { fetch, wait: async () => {}, random: () => 0, authority: null, issueToken: null },
    logger: createLogger('silent'),
    newId: () => crypto.randomUUID(),
    clock: { now: () => new Date(mondayMorning), toMachineTime: (at) => at, set: () => {} },
  });
  const running = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    url: running.url,
    address: (place) => addressOf(running.url, place),
    api: (as, method, path, body) => call(running.url, as, method, path, body),
    close: async () => {
      app.simulator?.close();
      await running.close(100);
      await app.stop();
      await opened.close();
    },
  };
}

async function call<T>(url: string, as: string, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Simulator ${as}@ekbacken.example`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}
