import { afterAll, beforeAll, describe } from 'vitest';
import { openDataFolder } from '#adapters/storage/data-folder.ts';
import type { Retries } from '#adapters/storage/job-queue.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import type { StorageLog } from '#adapters/storage/storage-log.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { describeWith } from '../support/needs.ts';
import { createTestLog, makeDataFolder, openTestStorage } from '../support/storage.ts';
import { describeBasis } from './storage/describe-basis.ts';
import { describeBatches } from './storage/describe-batches.ts';
import { describeCases } from './storage/describe-cases.ts';
import { describeContractorLines } from './storage/describe-contractor-lines.ts';
import { describeDesk } from './storage/describe-desk.ts';
import { describeEditing } from './storage/describe-editing.ts';
import { describeFresh } from './storage/describe-fresh.ts';
import { describeInsights } from './storage/describe-insights.ts';
import { describeJobs } from './storage/describe-jobs.ts';
import { describeLearning } from './storage/describe-learning.ts';
import { describeMeasures } from './storage/describe-measures.ts';
import { describeModelCalls } from './storage/describe-model-calls.ts';
import { describeOutage } from './storage/describe-outage.ts';
import { describeOutbox } from './storage/describe-outbox.ts';
import { describePeople } from './storage/describe-people.ts';
import { describeProcesses } from './storage/describe-processes.ts';
import { describeRestart } from './storage/describe-restart.ts';
import { describeRota } from './storage/describe-rota.ts';
import { describeSchema } from './storage/describe-schema.ts';
import { describeTogether } from './storage/describe-together.ts';
import { describeTransactions } from './storage/describe-transactions.ts';
import { describeVectors } from './storage/describe-vectors.ts';
import { describeWaiting } from './storage/describe-waiting.ts';
import { describeWork } from './storage/describe-work.ts';
import type { Engine, Place } from './storage/engine.ts';

const inMemory: Engine = {
  name: 'the embedded engine in memory',
  keepsData: false,
  shared: false,
  newPlace: async () => ({ open: openTestStorage, remove: async () => undefined }),
};

const inFolder: Engine = {
  name: 'the embedded engine in a folder',
  keepsData: true,
  shared: false,
  async newPlace() {
    const { path, remove } = await makeDataFolder();
    return { open: (log, retries) => openInFolder(path, log, retries), remove };
  },
};

async function openInFolder(path: string, log?: StorageLog, retries?: Retries): Promise<OpenStorage> {
  const folder = await openDataFolder(path);
  const opened = await openStorage({ kind: 'folder', path }, log ?? createTestLog(), retries);
  return {
    ...opened,
    async close() {
      await opened.close();
      await folder.release();
    },
  };
}

const postgres = await startPostgres();
const onServer: Engine = {
  name: 'Postgres',
  keepsData: true,
  shared: true,
  async newPlace() {
    if ('reason' in postgres) throw new Error(postgres.reason);
    const url = await postgres.createDatabase();
    return {
      open: (log, retries) => openStorage({ kind: 'server', url }, log ?? createTestLog(), retries),
      remove: async () => undefined,
    };
  },
};

describe(`storage on ${inMemory.name}`, () => suites(inMemory));
// The folder differs from memory in what survives; the rest is proven there.
describe(`storage on ${inFolder.name}`, () => describeRestart(inFolder));
const reason = 'reason' in postgres ? `Postgres (${postgres.reason})` : 'Postgres';
describeWith({ name: reason, present: !('reason' in postgres) }, `storage on ${onServer.name}`, () => {
  suites(onServer);
  if ('reason' in postgres) return;
  describeOutage(postgres);
  describeProcesses(postgres);
});

afterAll(async () => {
  if (!('reason' in postgres)) await postgres.stop();
});

function suites(engine: Engine): void {
  let place: Place;
  let opened: OpenStorage;
  beforeAll(async () => {
    place = await engine.newPlace();
    opened = await place.open();
  });
  afterAll(async () => {
    await opened.close();
    await place.remove();
  });
  const current = () => opened;
  describeBasis(current);
  describeBatches(current);
  describeCases(current);
  describeOutbox(current);
  describeTransactions(current);
  describeTogether(current);
  describeContractorLines(current);
  describeWaiting(current);
  describeMeasures(current);
  describeInsights(current);
  describeJobs(engine);
  describeDesk(engine);
  describeEditing(engine);
  describeLearning(engine);
  describeVectors(engine);
  describeModelCalls(engine);
  describeWork(engine);
  describeRota(engine);
  describePeople(engine);
  if (engine.shared) describeFresh(engine);
  describeSchema(engine);
  if (engine.keepsData) describeRestart(engine);
}
