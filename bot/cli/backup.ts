import { readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { writeBackup } from '#adapters/storage/backup/write-backup.ts';
import { InvalidInput } from '#bot/errors.ts';
import { backupWords as words } from './backup-words.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';

type Options = { readonly overwrite?: boolean };

/** `vaktis backup`: everything that the database holds, in one file. Works beside running servers. */
export const registerBackup: RegisterCommand = (program, context, exitWith) => {
  program
    .command('backup')
    .argument('[FILE]', words.file)
    .description(words.backup)
    .option('--overwrite', words.overwrite)
    .addHelpText('after', words.backupMore)
    .action(async (file: string | undefined, options: Options) => {
      await backUp(file, options, context);
      exitWith(0);
    });
};

async function backUp(
  file: string | undefined,
  { overwrite = false }: Options,
  context: CommandContext,
): Promise<void> {
  const { database } = await context.storage();
  const startedAt = new Date();
  const path = resolve(context.cwd, file ?? nameFor(startedAt));
  if (!overwrite && (await sizeOf(path)) !== null) throw new InvalidInput(words.exists(path));
  const version = await readVersion();
  const summary = await writeBackup({ database, now: () => startedAt, version }, path);
  context.write(words.written(path, (await sizeOf(path)) ?? 0));
  context.write(words.holds(summary));
  context.tell(words.secret);
}

function nameFor(at: Date): string {
  return `vaktis-${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.backup`;
}

async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

const Package = z.object({ version: z.string() });

async function readVersion(): Promise<string> {
  const text = await readFile(join(import.meta.dirname, '../../package.json'), 'utf8');
  return Package.parse(JSON.parse(text)).version;
}
