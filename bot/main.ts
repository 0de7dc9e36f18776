import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { DataFolderInUse } from '#adapters/storage/data-folder.ts';
import { assertSimulatorAllowed } from './channels/simulator/loopback-only.ts';
import { readConfig, WrongSettings } from './config.ts';
import { consoleToLog } from './console-to-log.ts';
import { createLogger } from './logger.ts';
import { holdData, openDeskStorage } from './open-desk-storage.ts';
import { listenForStop } from './stop-when-asked.ts';

/** Starts Vaktis: settings, storage, a desk, the server; and stops it in order when asked to. */
async function main(): Promise<void> {
  const stopWhenAsked = listenForStop();
  if (existsSync('.env')) loadEnvFile('.env');
  const config = readConfig();
  const logger = createLogger(config.logLevel);
  consoleToLog(console, logger);
  if (config.credentials === null) {
    assertSimulatorAllowed({ production: config.production, hasCredentials: false, host: config.host });
  }
  const folder = await holdData(config);
  // The database begins at once, on its server or in its thread; most of the code is loaded while it gets ready.
  const opening = openDeskStorage(config, logger, folder);
  const [opened, { serve }] = await Promise.all([opening, import('./serve.ts')]);
  await serve(config, { opened, logger, stopWhenAsked });
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  const isForPeople = error instanceof WrongSettings || error instanceof DataFolderInUse;
  process.stderr.write(`${isForPeople ? message : `Vaktis could not start: ${message}`}\n`);
  process.exit(1);
});
