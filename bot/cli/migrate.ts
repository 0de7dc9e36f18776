import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openJobs } from '#adapters/storage/job-queue.ts';
import { migrate } from '#adapters/storage/migrate.ts';
import type { RegisterCommand } from './command-context.ts';
import { words } from './words.ts';

type Options = { readonly printRoles?: boolean };

const roles = join(import.meta.dirname, '../../adapters/storage/roles.sql');

/**
 * Opening the database migrates as well; the command is for whoever does it apart from starting, and for a server that
 * may not change the schema: then the queue's tables have to be there before it starts, too.
 */
export const registerMigrate: RegisterCommand = (program, context, exitWith) => {
  program
    .command('migrate')
    .description(words.migrate)
    .option('--print-roles', words.printRoles)
    .action(async ({ printRoles = false }: Options) => {
      if (printRoles) context.write((await readFile(roles, 'utf8')).trimEnd());
      else {
        const { database } = await context.storage();
        const done = await migrate(database);
        await (await openJobs(database, () => undefined)).stop();
        context.write(words.migrated(done));
      }
      exitWith(0);
    });
};
