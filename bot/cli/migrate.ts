import { migrate } from '#adapters/storage/migrate.ts';
import type { RegisterCommand } from './command-context.ts';
import { words } from './words.ts';

/** Opening the database migrates as well; the command is for whoever does it apart from starting. */
export const registerMigrate: RegisterCommand = (program, context, exitWith) => {
  program
    .command('migrate')
    .description(words.migrate)
    .action(async () => {
      const { database } = await context.storage();
      context.write(words.migrated(await migrate(database)));
      exitWith(0);
    });
};
