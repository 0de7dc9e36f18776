import { connect } from '#adapters/storage/connect.ts';
import { openDataFolder } from '#adapters/storage/data-folder.ts';
import type { Database } from '#adapters/storage/database.ts';
import { createDeskRepository } from '#adapters/storage/desk-repository.ts';
import { createDeskSource } from '#adapters/storage/desk-source.ts';
import { createImageStore } from '#adapters/storage/image-store.ts';
import { migrate } from '#adapters/storage/migrate.ts';
import { createTaughtDeskSource } from '#adapters/storage/taught-desk-source.ts';
import type { Config } from '#bot/config.ts';
import type { CommandStorage } from './command-context.ts';

export type ClosableStorage = { readonly storage: CommandStorage; close(): Promise<void> };
export type ClosableDatabase = { readonly database: Database; close(): Promise<void> };

/**
 * The database for one command, without the jobs that a server runs. Brings the schema up to date.
 * @throws DataFolderInUse when a server holds the embedded one; OutsideSystemFailed when it cannot be used.
 */
export async function openCommandStorage(config: Place): Promise<ClosableStorage> {
  const { database, close } = await openDatabase(config, openMigrated);
  return { storage: storageOn(database), close };
}

/**
 * The database as it is: its schema may be older, newer, or none.
 * @throws as openCommandStorage.
 */
export function openUnchangedDatabase(config: Place): Promise<ClosableDatabase> {
  return openDatabase(config, (open) => open());
}

type Place = Pick<Config, 'databaseUrl' | 'dataFolder'>;

async function openDatabase(
  config: Place,
  prepare: (open: () => Promise<Database>) => Promise<Database>,
): Promise<ClosableDatabase> {
  if (config.databaseUrl !== null) {
    const { databaseUrl: url } = config;
    const database = await prepare(() => connect({ kind: 'server', url }));
    return { database, close: () => database.close() };
  }
  const folder = await openDataFolder(config.dataFolder);
  try {
    const database = await prepare(() => connect({ kind: 'folder', path: folder.path }));
    return {
      database,
      async close() {
        await database.close();
        await folder.release();
      },
    };
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function openMigrated(open: () => Promise<Database>): Promise<Database> {
  const database = await open();
  try {
    await migrate(database);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

function storageOn(database: Database): CommandStorage {
  return {
    database,
    desk: createDeskRepository(database),
    images: createImageStore(database),
    deskSource: (createNoteSearch) =>
      createTaughtDeskSource(createDeskSource(database, createNoteSearch), database),
  };
}
