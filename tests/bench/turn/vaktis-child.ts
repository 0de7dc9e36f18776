import { z } from 'zod';
import { createApp } from '#bot/app.ts';
import { createKeepAliveSend } from '#bot/channels/teams/keep-alive-send.ts';
import { createClock } from '#bot/clock.ts';
import { readConfig } from '#bot/config.ts';
import { createLogger } from '#bot/logger.ts';
import { holdData, openDeskStorage } from '#bot/open-desk-storage.ts';
import { mondayMorning } from '../../support/talk.ts';
import { serveParent } from './child.ts';

/**
 * The whole app as main.ts makes it, on a Monday morning, without Teams' pace: three technicians could not be
 * sent the cards of a load like this, and it is not what is measured.
 */
const config = readConfig();
const logger = createLogger(process.env.BENCH_LOG ?? 'error');
const opened = await openDeskStorage(config, logger, await holdData(config));
const clock = createClock();
clock.set(new Date(mondayMorning));
const app = createApp({
  storage: opened.storage,
  deskSource: opened.deskSource,
  jobs: opened.jobs,
  connectors: () => ({ create: async () => ({ contractorReference: null }), comment: async () => undefined }),
  isReady: async () => true,
  teams: null,
  production: false,
  network: {
    fetch,
    send: createKeepAliveSend(),
    wait: async () => undefined,
    random: Math.random,
    authority: null,
    issueToken: null,
    pace: { reserve: () => 0 },
  },
  logger,
  newId: () => crypto.randomUUID(),
  clock,
});
const running = await app.listen({ port: 0, host: '127.0.0.1' });

const Row = z.object({ status: z.string(), count: z.number() });
serveParent(
  running.url,
  {
    statements: opened.database.statements,
    async countDeliveries() {
      const { rows } = await opened.database.query(
        'select status, count(*)::int as count from deliveries group by status',
      );
      return Object.fromEntries(
        rows.map((row) => Row.parse(row)).map(({ status, count }) => [status, count]),
      );
    },
  },
  async () => {
    await running.close(1_000);
    await app.stop();
    await opened.close();
  },
);
