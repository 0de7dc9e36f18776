import { publicLogin } from '#adapters/entra/request-token.ts';
import type { Database } from '#adapters/storage/database.ts';
import { type Config, readConfig, WrongSettings } from '#bot/config.ts';
import { type DoctorWords, doctorWords } from '#bot/i18n/doctor.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { type Examined, examine, fault, ok } from './doctor/check.ts';
import { doctorCommandWords as words } from './doctor/doctor-command-words.ts';
import type { DoctorNetwork, DoctorWorld } from './doctor/world.ts';
import { parseLanguage } from './people/sync-options.ts';

type Options = { readonly json?: boolean; readonly language: string; readonly package?: string };

/**
 * `vaktis doctor`: every step from the settings to the technicians, from outside in; exit 1 when something that is set
 * does not work. Changes nothing, the schema neither.
 */
export function createDoctorCommand(readSettings: () => Config, network: DoctorNetwork): RegisterCommand {
  return (program, context, exitWith) => {
    program
      .command('doctor')
      .description(words.doctor)
      .option('--json', words.json)
      .option('--language <LANGUAGE>', words.language, 'en')
      .option('--package <FILE>', words.package)
      .action(async (options: Options) => {
        exitWith(await runDoctor(options, { readSettings, network, context }));
      });
  };
}

export const registerDoctor: RegisterCommand = createDoctorCommand(readConfig, {
  fetch,
  loginUrl: publicLogin,
  now: () => new Date(),
});

type Given = {
  readonly readSettings: () => Config;
  readonly network: DoctorNetwork;
  readonly context: CommandContext;
};

async function runDoctor(options: Options, { readSettings, network, context }: Given): Promise<number> {
  const language = parseLanguage(options.language);
  const said = doctorWords(language);
  // Opened first: when a server holds the database the whole command is run over there.
  const database = await openDatabase(context);
  const tell = (one: Examined) => {
    if (!options.json) for (const line of linesOf(one, said)) context.write(line);
  };
  const read = readOrFault(readSettings);
  const clues: DoctorWorld['clues'] = { schema: null, clocks: [] };
  const all = await examine([settingsCheck(read, said)], said.unexpected, tell);
  const examined = [...all];
  const look = async (checks: Parameters<typeof examine>[0]) =>
    examined.push(...(await examine(checks, said.unexpected, tell)));
  if (read instanceof Error) {
    const { databaseChecks } = await import('./doctor/database-checks.ts');
    // Without its settings there is no database to look at, and what is wrong with them is said.
    const isUnknown = database instanceof WrongSettings;
    await look(isUnknown ? [] : databaseChecks({ words: said, database, clues, network }));
  } else {
    const { listChecks, listDeskChecks } = await import('./doctor/list-checks.ts');
    const packageFile = options.package ?? null;
    const world = { config: read, words: said, language, network, packageFile, database, clues };
    await look(listChecks({ ...world, cwd: context.cwd }));
    await look(await listDeskChecks({ ...world, cwd: context.cwd }));
  }
  return conclude(examined, options, said, context);
}

function conclude(
  examined: readonly Examined[],
  { json }: Options,
  said: DoctorWords,
  { write }: CommandContext,
): number {
  const count = (state: Examined['state']) => examined.filter((one) => one.state === state).length;
  const faults = count('fault');
  const warnings = count('warning');
  if (json) write(JSON.stringify({ checks: examined, faults, warnings }));
  else write(`\n${faults + warnings === 0 ? said.well : said.result(faults, warnings)}`);
  return faults === 0 ? 0 : 1;
}

const marks: Readonly<Record<Examined['state'], string>> = { ok: '✓', warning: '!', fault: '✗', off: '–' };

function linesOf({ state, name, said, todo }: Examined, words: DoctorWords): string[] {
  return [`${marks[state]} ${name}: ${said}`, ...(todo === null ? [] : [`    ${words.todo}: ${todo}`])];
}

function settingsCheck(read: Config | Error, said: DoctorWords) {
  const run = async () => {
    if (read instanceof WrongSettings)
      return fault({ said: read.faults.join('; '), todo: said.settingsTodo });
    if (read instanceof Error) throw read;
    return ok(said.settingsOk);
  };
  return { id: 'settings', name: said.names.settings, run };
}

function readOrFault(readSettings: () => Config): Config | Error {
  try {
    return readSettings();
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown');
  }
}

/** As it is, where that can be had: the doctor looks at an old schema and leaves it so. */
async function openDatabase(context: CommandContext): Promise<Database | Error> {
  const { DataFolderInUse } = await import('#adapters/storage/data-folder.ts');
  try {
    return await (context.database?.() ?? context.storage().then(({ database }) => database));
  } catch (error) {
    if (error instanceof DataFolderInUse || !(error instanceof Error)) throw error;
    return error;
  }
}
