import { setTimeout } from 'node:timers/promises';
import type { Command } from 'commander';
import { publicLogin } from '#adapters/entra/request-token.ts';
import { publicGraph } from '#adapters/people/graph-client.ts';
import { type Config, readConfig } from '#bot/config.ts';
import type { RegisterCommand } from './command-context.ts';
import { peopleCommandWords as words } from './people/people-command-words.ts';
import type { ReachOptions } from './people/reach.ts';
import type { SyncOptions } from './people/sync-options.ts';

/** How the directory is reached; tests give their own. */
export type DirectoryNetwork = {
  readonly fetch: typeof fetch;
  readonly loginUrl: string;
  readonly graphUrl: string;
  readonly now: () => Date;
  readonly wait: (milliseconds: number) => Promise<void>;
};

/** `vaktis people sync` and `vaktis people reach`. */
export function createPeopleCommand(
  readSettings: () => Pick<Config, 'people'>,
  network: DirectoryNetwork,
): RegisterCommand {
  return (program, context, exitWith) => {
    const people = program.command('people').description(words.people);
    addSyncOptions(people.command('sync')).action(async (options: SyncOptions) => {
      const { syncPeople } = await import('./people/sync.ts');
      exitWith(await syncPeople(options, { context, readSettings, network }));
    });
    people
      .command('reach')
      .description(words.reach)
      .option('--all', words.all)
      .option('--json', words.json)
      .option('--language <LANGUAGE>', words.language, 'en')
      .action(async (options: ReachOptions) => {
        const { showReach } = await import('./people/reach.ts');
        exitWith(await showReach(options, context));
      });
  };
}

function addSyncOptions(command: Command): Command {
  return command
    .description(words.sync)
    .option('--csv <FILE>', words.csv)
    .option('--graph', words.graph)
    .option('--rules <FILE>', words.rules)
    .option('--dry-run', words.dryRun)
    .option('--partial', words.partial)
    .option('--max-removals <PERCENT>', words.maxRemovals, '10')
    .option('--allow-removals', words.allowRemovals)
    .option('--forget-after <DAYS>', words.forget)
    .option('--json', words.json)
    .option('--language <LANGUAGE>', words.language, 'en')
    .addHelpText('after', words.syncMore);
}

export const registerPeople: RegisterCommand = createPeopleCommand(readConfig, {
  fetch,
  loginUrl: publicLogin,
  graphUrl: publicGraph,
  now: () => new Date(),
  wait: (milliseconds) => setTimeout(milliseconds),
});
