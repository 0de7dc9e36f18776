import type { Database } from '#adapters/storage/database.ts';
import type { CommandStorage } from '#bot/cli/command-context.ts';

/** For a command that uses the database and nothing else. */
export function onlyDatabase(database: Database): CommandStorage {
  const never = (): never => {
    throw new Error('This command was not to use it.');
  };
  return {
    database,
    get desk() {
      return never();
    },
    get images() {
      return never();
    },
    deskSource: never,
  };
}
