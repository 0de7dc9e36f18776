import { z } from 'zod';
import { rowOf } from '#adapters/storage/rows.ts';
import { type Config, readConfig } from '#bot/config.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';
import { type DoctorCheck, examine, type Finding } from './doctor/check.ts';
import { doctorWords as words } from './doctor/doctor-words.ts';

/** `vaktis doctor`: every check in turn; exit 1 when something that is set does not work. Changes nothing. */
export function createDoctorCommand(readSettings: () => Config): RegisterCommand {
  return (program, context, exitWith) => {
    program
      .command('doctor')
      .description(words.doctor)
      .option('--json', words.json)
      .action(async ({ json = false }: { json?: boolean }) => {
        // Opened first: when a server holds the database the whole command is run over there.
        const database = checkDatabase(await openDatabase(context));
        const examined = await examine(await listChecks(readSettings, database), (one) => {
          if (!json) context.write(`${marks[one.state]} ${one.name}: ${one.said}`);
        });
        const faults = examined.filter(({ state }) => state === 'fault').length;
        if (json) context.write(JSON.stringify({ checks: examined, faults }));
        else context.write(`\n${faults === 0 ? words.well : words.faults(faults)}`);
        exitWith(faults === 0 ? 0 : 1);
      });
  };
}

export const registerDoctor: RegisterCommand = createDoctorCommand(readConfig);

const marks: Readonly<Record<Finding['state'], string>> = { ok: '✓', fault: '✗', off: '–' };

/** Everything that is looked at, in order. A new check is one line here and its function. */
async function listChecks(readSettings: () => Config, database: DoctorCheck): Promise<DoctorCheck[]> {
  const read = readOrFault(readSettings);
  const settings: DoctorCheck = {
    name: words.settings,
    run: async () => {
      if (read instanceof Error) throw read;
      return { state: 'ok', said: words.settingsOk };
    },
  };
  if (read instanceof Error) return [settings, database];
  const { modelChecks } = await import('./doctor/model-checks.ts');
  return [settings, database, ...modelChecks(read)];
}

function readOrFault(readSettings: () => Config): Config | Error {
  try {
    return readSettings();
  } catch (error) {
    return error instanceof Error ? error : new Error('unknown');
  }
}

type OpenedDatabase = Awaited<ReturnType<CommandContext['storage']>>['database'] | Error;

async function openDatabase(context: CommandContext): Promise<OpenedDatabase> {
  const { DataFolderInUse } = await import('#adapters/storage/data-folder.ts');
  try {
    return (await context.storage()).database;
  } catch (error) {
    if (error instanceof DataFolderInUse || !(error instanceof Error)) throw error;
    return error;
  }
}

const Cases = z.object({ count: z.coerce.number() });

function checkDatabase(database: OpenedDatabase): DoctorCheck {
  return {
    name: words.database,
    run: async () => {
      if (database instanceof Error) throw database;
      const row = await rowOf(Cases, database, 'select count(*) as count from cases');
      return { state: 'ok', said: words.databaseOk(`${row?.count ?? 0} cases`) };
    },
  };
}
