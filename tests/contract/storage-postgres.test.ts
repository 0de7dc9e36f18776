import { afterAll } from 'vitest';
import { openStorage } from '#adapters/storage/open-storage.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { describeWith } from '../support/needs.ts';
import { createTestLog } from '../support/storage.ts';
import { describeOutage } from './storage/describe-outage.ts';
import { describeProcesses } from './storage/describe-processes.ts';
import { describeStorage } from './storage/describe-storage.ts';
import type { Engine } from './storage/engine.ts';

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

const reason = 'reason' in postgres ? `Postgres (${postgres.reason})` : 'Postgres';
describeWith({ name: reason, present: !('reason' in postgres) }, `storage on ${onServer.name}`, () => {
  describeStorage(onServer);
  if ('reason' in postgres) return;
  describeOutage(postgres);
  describeProcesses(postgres);
});

afterAll(async () => {
  if (!('reason' in postgres)) await postgres.stop();
});
