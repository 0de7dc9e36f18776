import { describe } from 'vitest';
import { openDataFolder } from '#adapters/storage/data-folder.ts';
import type { Retries } from '#adapters/storage/job-queue.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import type { StorageLog } from '#adapters/storage/storage-log.ts';
import { createTestLog, makeDataFolder, openTestStorage } from '../support/storage.ts';
import { describeRestart } from './storage/describe-restart.ts';
import { describeStorage } from './storage/describe-storage.ts';
import type { Engine } from './storage/engine.ts';

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

describe(`storage on ${inMemory.name}`, () => describeStorage(inMemory));
// The folder differs from memory in what survives; the rest is proven there.
describe(`storage on ${inFolder.name}`, () => describeRestart(inFolder));
