import { z } from 'zod';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { createApp } from '#bot/app.ts';
import { readConfig } from '#bot/config.ts';
import { createLogger } from '#bot/logger.ts';
import { holdData, openDeskStorage } from '#bot/open-desk-storage.ts';
import { createMetrics } from '#bot/web/metrics.ts';
import { createServeReplica, GivenToReplica, portsOfReplica } from '../support/replica-process.ts';

/** One replica as bot/main.ts makes it, with its real contractors. */
const Given = GivenToReplica.extend({ dataFolder: z.string(), limits: z.record(z.string(), z.number()) });
const serve = createServeReplica();
const given = Given.parse(JSON.parse(process.argv[2] ?? ''));
const config = readConfig();
const logger = createLogger(config.logLevel);
const opened = await openDeskStorage(config, logger, await holdData(config));
const ports = portsOfReplica(given);
const app = createApp({
  ...ports,
  storage: opened.storage,
  waiting: opened.waiting,
  crowdLimits: given.limits,
  deskSource: opened.deskSource,
  jobs: opened.jobs,
  followMarks: opened.followMarks,
  connectors: createContractorConnectors({
    dataFolder: given.dataFolder,
    access: config.contractorAccess,
    logger,
  }),
  metrics: { metrics: createMetrics(), token: null },
  isReady: async () => (await opened.database.query('select 1')).rows.length === 1,
  // Forty technicians get a Monday's cards in minutes: what Teams lets one chat have is not what is measured.
  network: { ...ports.network, pace: { reserve: () => 0 } },
  logger,
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    residentMb: process.memoryUsage.rss() / 1e6,
    cpuSeconds: (user + system) / 1e6,
    statements: opened.database.statements(),
  });
});
await serve(app, { config, logger, opened, drain: 0 });
