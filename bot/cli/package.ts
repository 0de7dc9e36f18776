import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Option } from 'commander';
import { type PackageSettings, readPackageSettings, WrongSettings } from '#bot/config.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { buildManifest } from './app-package/build-manifest.ts';
import { checkPackage } from './app-package/check-package.ts';
import { loadSchemas } from './app-package/check-schema.ts';
import { loadPackageDesk, readStoredDesk } from './app-package/load-package-desk.ts';
import { packFiles } from './app-package/pack.ts';
import { readPackageSources } from './app-package/sources.ts';
import { words } from './app-package/words.ts';
import { zipPackage } from './app-package/zip-package.ts';
import type { CommandContext, RegisterCommand } from './command-context.ts';

type Options = {
  readonly out: string;
  readonly desk?: string | false;
  readonly appVersion?: string;
  readonly printDesk?: boolean;
};

/** `vaktis package`, with the settings from wherever the caller has them. */
export function createPackageCommand(readSettings: () => PackageSettings): RegisterCommand {
  return (program, context, exitWith) => {
    program
      .command('package')
      .description(words.package)
      .option('--out <FILE>', words.out, 'vaktis-teams.zip')
      .option('--desk <DIR>', words.desk)
      .option('--no-desk', words.withoutDesk)
      .option('--app-version <X.Y.Z>', words.appVersion)
      .addOption(new Option('--print-desk').hideHelp())
      .addHelpText('after', words.more)
      .action(async (options: Options) => {
        exitWith(
          await (options.printDesk ? printDesk(context) : makePackage(options, readSettings, context)),
        );
      });
  };
}

export const registerPackage: RegisterCommand = createPackageCommand(readPackageSettings);

/** What another process asks the server that holds the database. */
async function printDesk(context: CommandContext): Promise<number> {
  context.write(JSON.stringify(await readStoredDesk(context, new Date())));
  return 0;
}

async function makePackage(
  options: Options,
  readSettings: () => PackageSettings,
  context: CommandContext,
): Promise<number> {
  const settings = settingsOrFault(readSettings, context);
  if (settings === null) return 1;
  const desk = options.desk === false ? null : await loadPackageDesk(options.desk, context);
  const sources = await readPackageSources();
  const version = options.appVersion ?? sources.version;
  const built = buildManifest({ sources, settings, desk, version });
  const files = packFiles(built, sources.icons);
  const faults = checkPackage(files, await loadSchemas());
  if (faults.length > 0) {
    for (const fault of faults) context.write(words.fault(fault));
    context.write(words.notWritten(faults.length));
    return 1;
  }
  const path = resolve(context.cwd, options.out);
  const zip = zipPackage(files);
  await write(path, zip);
  context.write(words.written(path, zip.length, version));
  context.write(words.starters(built.starters));
  if (desk === null) context.write(words.noDesk);
  for (const { setting, value } of built.placeholders) context.write(words.placeholder(setting, value));
  return 0;
}

/** Asked before the database is opened: without them nothing else is worth doing. */
function settingsOrFault(
  readSettings: () => PackageSettings,
  context: CommandContext,
): PackageSettings | null {
  try {
    return readSettings();
  } catch (error) {
    if (!(error instanceof WrongSettings)) throw error;
    context.tell(error.message);
    return null;
  }
}

async function write(path: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(path, bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown';
    throw new OutsideSystemFailed(`${path} could not be written: ${reason}`, {
      retryable: false,
      cause: error,
    });
  }
}
