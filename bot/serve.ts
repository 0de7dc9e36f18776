import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createWebhookAlert } from '#adapters/alert/create-webhook-alert.ts';
import { createContractorConnectors } from '#adapters/contractor/registry.ts';
import { createDatabaseCheck } from '#adapters/storage/check-database.ts';
import { createWeeder } from '#adapters/storage/privacy/create-weeder.ts';
import { readGauges } from '#bot/insights/read-gauges.ts';
import type { ImageStore } from '#knowledge/review/image-store.ts';
import { createApp } from './app.ts';
import { createKeepAliveSend } from './channels/teams/keep-alive-send.ts';
import { createClock } from './clock.ts';
import type { Config } from './config.ts';
import type { Logger } from './logger.ts';
import type { Tracing } from './observe/tracing.ts';
import type { DeskStorage } from './open-desk-storage.ts';
import { openModel } from './open-model.ts';
import { readContractorStates } from './read-contractor-states.ts';
import { readDiskFree } from './read-disk-free.ts';
import type { TracingSettings } from './settings/tracing-settings.ts';
import type { listenForStop } from './stop-when-asked.ts';
import { createImageLinks, type ImageLinks } from './web/image-links.ts';
import { watchLoop } from './web/watch-loop.ts';

type Around = {
  readonly opened: DeskStorage;
  readonly logger: Logger;
  readonly stopWhenAsked: ReturnType<typeof listenForStop>;
};

/** Everything that Vaktis does, over a desk that is open: resolves when it listens, and goes on until it is asked to stop. */
export async function serve(config: Config, { opened, logger, stopWhenAsked }: Around): Promise<void> {
  const clock = createClock();
  // Not the demo's clock: what is spent is spent in the machine's time.
  const model = openModel(config, {
    database: opened.database,
    logger,
    now: () => new Date(),
    contractors: () => readContractorStates(opened, clock.now()),
    insights: async () => {
      const { timezone } = (await opened.deskSource.current()).desk.settings;
      return readGauges(opened.insights, clock.now(), timezone);
    },
    diskFree: () => readDiskFree(config.dataFolder),
    node: true,
  });
  const elapsed = () => performance.now();
  const wait = (milliseconds: number) => setTimeout(milliseconds, null, { ref: false });
  const database = createDatabaseCheck(opened.database, { wait, elapsed });
  const loop = watchLoop({ elapsed });
  const tracing = config.tracing && (await loadTracing(config.tracing));
  const app = createApp({
    storage: opened.storage,
    deskSource: opened.deskSource,
    jobs: opened.jobs,
    connectors: createContractorConnectors({
      dataFolder: config.dataFolder,
      mail: config.mail,
      access: config.contractorAccess,
      logger,
    }),
    followMarks: opened.followMarks,
    weeder: createWeeder(opened.database),
    waiting: opened.waiting,
    alert: config.alert && createWebhookAlert({ settings: config.alert, fetch }),
    meaning: opened.meaning,
    languageModel: model.languageModel,
    metrics: model.metrics,
    isReady: database.check,
    health: { loop, isLost: database.isLost },
    tracing,
    teams: toTeamsSettings(config),
    production: config.production,
    files: {
      key: await opened.images.linkKey(randomBytes(32)),
      publicUrl: config.publicUrl,
      keepForDays: config.keepFilesForDays,
    },
    editors: {
      stores: opened,
      machineDrafts: model.machineDrafts,
      imageLinks: await createLinks(config.publicUrl, opened.images),
      publicUrl: config.publicUrl,
      tabFolder: join(import.meta.dirname, '../knowledge/tab/dist'),
    },
    network: {
      fetch,
      send: createKeepAliveSend(),
      wait: (milliseconds) => setTimeout(milliseconds),
      random: Math.random,
      authority: null,
      issueToken: null,
    },
    logger,
    newId: randomUUID,
    clock,
  });
  const running = await app.listen({ port: config.port, host: config.host });
  announce(running.url, config, logger);
  stopWhenAsked({
    logger,
    retire: running.retire,
    drain: config.drainSeconds * 1_000,
    async stop() {
      app.simulator?.close();
      await running.close();
      await app.stop();
      await model.idle();
      await opened.close();
      await tracing?.close();
    },
    wait,
    exit: (code) => process.exit(code),
  });
}

/** Only where traces are wanted is anything of it loaded. */
async function loadTracing(settings: TracingSettings): Promise<Tracing> {
  const { openTracing } = await import('#adapters/tracing/open-tracing.ts');
  return openTracing(settings);
}

/** Teams fetches pictures from outside, so only where this server is known there. */
async function createLinks(publicUrl: string | null, images: ImageStore): Promise<ImageLinks | null> {
  if (publicUrl === null) return null;
  return createImageLinks(publicUrl, await images.linkKey(randomBytes(32)), images);
}

function toTeamsSettings(config: Config): Parameters<typeof createApp>[0]['teams'] {
  const { credentials } = config;
  if (credentials === null) return null;
  const { appId, tenantId, allowedTenants, password } = credentials;
  return {
    appId,
    tenantId,
    allowedTenants,
    credential: password === null ? { kind: 'managed-identity' } : { kind: 'password', password },
  };
}

function announce(url: string, config: Config, logger: Logger): void {
  if (config.credentials !== null) logger.info({ url }, 'Vaktis is listening for Teams at /api/messages.');
  else
    process.stdout.write(
      `\nVaktis is ready. Open ${url} in a browser and play anybody of the demo district.\n\n`,
    );
}
