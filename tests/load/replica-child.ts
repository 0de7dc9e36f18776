import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { createApp } from '#bot/app.ts';
import { createKeepAliveSend } from '#bot/channels/teams/keep-alive-send.ts';
import { createClock } from '#bot/clock.ts';
import { readConfig } from '#bot/config.ts';
import { createLogger } from '#bot/logger.ts';
import { openDeskStorage } from '#bot/open-desk-storage.ts';
import { listenForStop } from '#bot/stop-when-asked.ts';
import { createMetrics } from '#bot/web/metrics.ts';
import { registration, toConnector } from '../support/teams-registration.ts';

/** One replica as bot/main.ts makes it, with its real contractors; Teams' side is this machine, the working day is given. */
const Given = z.object({
  connectorUrl: z.string(),
  offset: z.number(),
  dataFolder: z.string(),
  limits: z.record(z.string(), z.number()),
  authority: z.object({
    ToChannelFromBotLoginUrl: z.string(),
    ToChannelFromBotOAuthScope: z.string(),
    ToBotFromChannelTokenIssuer: z.string(),
    OAuthUrl: z.string(),
    ToBotFromChannelOpenIdMetadataUrl: z.string(),
    ToBotFromEmulatorOpenIdMetadataUrl: z.string(),
    CallerId: z.string(),
  }),
});
const stopWhenAsked = listenForStop();
const given = Given.parse(JSON.parse(process.argv[2] ?? ''));
const config = readConfig();
const logger = createLogger(config.logLevel);
const opened = await openDeskStorage(config, logger);
const clock = createClock();
clock.set(new Date(Date.now() + given.offset));
const send = createKeepAliveSend();
const app = createApp({
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
  teams: registration,
  production: true,
  network: {
    fetch,
    send: (url, init) => send(toConnector(url, given.connectorUrl), init),
    wait: (milliseconds) => setTimeout(milliseconds),
    random: Math.random,
    authority: given.authority,
    issueToken: async () => 'own-token',
    // Forty technicians get a Monday's cards in minutes: what Teams lets one chat have is not what is measured.
    pace: { reserve: () => 0 },
  },
  logger,
  newId: () => crypto.randomUUID(),
  clock,
});
const running = await app.listen({ port: config.port, host: '127.0.0.1' });
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({
    residentMb: process.memoryUsage.rss() / 1e6,
    cpuSeconds: (user + system) / 1e6,
    statements: opened.database.statements(),
  });
});
process.send?.({ url: running.url });
// A parent that died takes its children along.
process.on('disconnect', () => process.exit(1));
stopWhenAsked({
  logger,
  retire: running.retire,
  drain: 0,
  async stop() {
    await running.close();
    await app.stop();
    await opened.close();
  },
  wait: (milliseconds) => setTimeout(milliseconds, null, { ref: false }),
  exit: (code) => process.exit(code),
});
