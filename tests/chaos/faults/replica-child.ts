import { z } from 'zod';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { openDataFolder } from '#adapters/storage/data-folder.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import type { ContractorConnectors } from '#bot/handoff/contractor-connector.ts';
import { createLogger } from '#bot/logger.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { createServeReplica, GivenToReplica, portsOfReplica } from '../../support/replica-process.ts';
import { DeathPlace } from './replica.ts';
import { skewClock } from './skew-clock.ts';

/** One replica as bot/main.ts makes it, whose clock may be wrong, and that dies at a named place when it is told to. */
const Given = GivenToReplica.extend({
  skew: z.number(),
  dataFolder: z.string(),
  pulse: z.object({ every: z.number(), deadAfter: z.number() }),
});
const Order = z.object({ dieAt: DeathPlace });
const serve = createServeReplica();
const given = Given.parse(JSON.parse(process.argv[2] ?? ''));
skewClock(given.skew);
const config = readConfig();
const logger = createLogger(config.logLevel);
let dieAt: DeathPlace | null = null;
process.on('message', (message) => {
  dieAt = Order.parse(message).dieAt;
});
const passing = (place: DeathPlace) => {
  if (dieAt !== place) return;
  process.kill(process.pid, 'SIGKILL');
  // The signal takes a moment, in which nothing more may happen.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5_000);
};

const opened = await open();
const ports = portsOfReplica(given);
const app = createApp({
  ...ports,
  storage: mortal(opened.storage),
  deskSource: opened.deskSource((notes, desk) =>
    createNoteSearch(notes, { timezone: desk.settings.timezone }),
  ),
  jobs: opened.jobs,
  followMarks: opened.followMarks,
  waiting: opened.waiting,
  connectors: mortalConnectors(
    createContractorConnectors({
      dataFolder: given.dataFolder,
      access: config.contractorAccess,
      timeout: 1_000,
    }),
  ),
  isReady: async () => (await opened.database.query('select 1')).rows.length === 1,
  network: {
    ...ports.network,
    async send(url, init) {
      const isMessage = init.body?.includes('"type":"message"') ?? false;
      if (isMessage) passing('between commit and send');
      const answered = await ports.network.send(url, init);
      if (isMessage) passing('between send and mark');
      return answered;
    },
  },
  logger,
});
await serve(app, { config, logger, opened, drain: 0 });

async function open(): Promise<OpenStorage> {
  if (config.databaseUrl !== null)
    return openStorage({ kind: 'server', url: config.databaseUrl }, logger, undefined, given.pulse);
  const { path } = await openDataFolder(config.dataFolder);
  return openStorage({ kind: 'folder', path }, logger);
}

function mortal(storage: Storage): Storage {
  return {
    ...storage,
    transaction: (work, known) =>
      storage.transaction(async (stores) => {
        const result = await work(stores);
        passing('in a transaction');
        return result;
      }, known),
  };
}

function mortalConnectors(connectors: ContractorConnectors): ContractorConnectors {
  return (contractor) => {
    const connector = connectors(contractor);
    return {
      ...connector,
      async create(...values) {
        passing('in a job');
        const made = await connector.create(...values);
        passing('after the contractor’s yes');
        return made;
      },
    };
  };
}
