import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type PackageSettings, WrongSettings } from '#bot/config.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { CommandContext } from '../command-context.ts';
import { buildManifest } from './build-manifest.ts';
import { checkPackage } from './check-package.ts';
import { loadSchemas } from './check-schema.ts';
import { loadPackageDesk, readStoredDesk } from './load-package-desk.ts';
import { packFiles } from './pack.ts';
import { readPackageSources } from './sources.ts';
import { words } from './words.ts';
import { zipPackage } from './zip-package.ts';

export type PackageOptions = {
  readonly out: string;
  /** False: no desk at all. Absent: the database's. */
  readonly desk?: string | false;
  readonly appVersion?: string;
};

/** What another process asks the server that holds the database. */
export async function printDesk(context: CommandContext): Promise<number> {
  context.write(JSON.stringify(await readStoredDesk(context, new Date())));
  return 0;
}

/** Builds, checks, writes. @returns the exit code. */
export async function makePackage(
  options: PackageOptions,
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
  const zip = zipPackage(files);
  const path = resolve(context.cwd, options.out);
  await write(path, zip);
  const lines = [words.written(path, zip.length, version), words.starters(built.starters)];
  if (desk === null) lines.push(words.noDesk);
  lines.push(...built.placeholders.map(({ setting, value }) => words.placeholder(setting, value)));
  for (const line of lines) context.write(line);
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
