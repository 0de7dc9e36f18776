import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { createLogger } from '#bot/logger.ts';
import { holdData, openDeskStorage } from '#bot/open-desk-storage.ts';
import { createServeReplica, GivenToReplica, portsOfReplica } from '../support/replica-process.ts';

/** One replica as bot/main.ts makes it: registered, in production, stopped by signals. */
const serve = createServeReplica();
const given = GivenToReplica.parse(JSON.parse(process.argv[2] ?? ''));
const config = readConfig();
const logger = createLogger(config.logLevel);
const opened = await openDeskStorage(config, logger, await holdData(config));
const app = createApp({
  ...portsOfReplica(given),
  storage: opened.storage,
  deskSource: opened.deskSource,
  jobs: opened.jobs,
  connectors: () => ({ create: async () => ({ contractorReference: null }), comment: async () => undefined }),
  isReady: async () => (await opened.database.query('select 1')).rows.length === 1,
  logger,
});
await serve(app, { config, logger, opened, drain: config.drainSeconds * 1_000 });
