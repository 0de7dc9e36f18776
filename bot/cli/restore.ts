import { resolve } from 'node:path';
import { verifyBackup } from '#adapters/storage/backup/read-backup.ts';
import { restoreBackup } from '#adapters/storage/backup/restore-backup.ts';
import { connect } from '#adapters/storage/connect.ts';
import { DataFolderInUse, openDataFolder } from '#adapters/storage/data-folder.ts';
import type { Database } from '#adapters/storage/database.ts';
import { type Config, readConfig } from '#bot/config.ts';
import { InvalidInput } from '#bot/errors.ts';
import { backupWords as words } from './backup-words.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';

type Options = { readonly replace?: boolean; readonly yes?: boolean; readonly check?: boolean };
type Place = Pick<Config, 'databaseUrl' | 'dataFolder'>;

/** `vaktis restore`: never through a running server, which would go on with what it remembers. */
export function createRestoreCommand(readPlace: () => Place): RegisterCommand {
  return (program, context, exitWith) => {
    program
      .command('restore')
      .argument('<FILE>', words.file)
      .description(words.restore)
      .option('--check', words.check)
      .option('--replace', words.replace)
      .option('--yes', words.yes)
      .addHelpText('after', words.restoreMore)
      .action(async (file: string, options: Options) => {
        exitWith(await restore(resolve(context.cwd, file), options, { context, readPlace }));
      });
  };
}

export const registerRestore: RegisterCommand = createRestoreCommand(readConfig);

async function restore(
  path: string,
  { replace = false, yes = false, check = false }: Options,
  { context, readPlace }: { context: CommandContext; readPlace: () => Place },
): Promise<number> {
  const found = await verifyBackup(path);
  context.write(words.whole(found));
  if (check) return 0;
  if (replace && !yes) {
    context.tell(words.confirm);
    return 2;
  }
  await withDatabase(readPlace(), (database) => restoreBackup(database, path, { replace }));
  context.write(words.restored(found));
  return 0;
}

async function withDatabase<T>(place: Place, work: (database: Database) => Promise<T>): Promise<T> {
  if (place.databaseUrl !== null) {
    const database = await connect({ kind: 'server', url: place.databaseUrl, as: 'vaktis-restore' });
    return work(database).finally(() => database.close());
  }
  const folder = await openDataFolder(place.dataFolder).catch((error: unknown) => {
    throw error instanceof DataFolderInUse ? new InvalidInput(words.inUse(error.pid)) : error;
  });
  try {
    const database = await connect({ kind: 'folder', path: folder.path });
    return await work(database).finally(() => database.close());
  } finally {
    await folder.release();
  }
}
