#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { loadEnvFile } from 'node:process';
import { runThroughServer } from '#adapters/storage/control-client.ts';
import { DataFolderInUse } from '#adapters/storage/data-folder.ts';
import { readConfig } from '#bot/config.ts';
import { readLines } from './chat/read-lines.ts';
import { demoFolderFor } from './demo-folder.ts';
import {
  type ClosableDatabase,
  type ClosableStorage,
  openCommandStorage,
  openUnchangedDatabase,
} from './open-command-storage.ts';
import { explain, runCommand } from './run-command.ts';
import { splitLine } from './server-command.ts';

/** The `vaktis` command. The commands themselves are listed in commands.ts. */
async function main(argv: readonly string[]): Promise<number> {
  if (existsSync('.env')) loadEnvFile('.env');
  const opened: Promise<ClosableStorage>[] = [];
  const unchanged: Promise<ClosableDatabase>[] = [];
  const write = (line: string) => process.stdout.write(`${line}\n`);
  const tell = (line: string) => process.stderr.write(`${line}\n`);
  try {
    return await runCommand(argv, {
      cwd: process.cwd(),
      write,
      tell,
      lines: readLines,
      demoFolder: () => demoFolderFor(readConfig()),
      async storage() {
        const [first = openCommandStorage(readConfig())] = opened;
        if (opened.length === 0) opened.push(first);
        return (await first).storage;
      },
      async database() {
        const [first = openUnchangedDatabase(readConfig())] = unchanged;
        if (unchanged.length === 0) unchanged.push(first);
        return (await first).database;
      },
    });
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    return await runThroughServer(error, argv, process.cwd(), (line) => splitLine(line, { write, tell }));
  } finally {
    // One that never opened has nothing to close, and has said so already.
    for (const result of await Promise.allSettled([...opened, ...unchanged])) {
      if (result.status === 'fulfilled') await result.value.close();
    }
  }
}

// Whoever reads the result may stop early (`| head`): that is no failure of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

// The exit code is set, not forced: what is still on its way to a pipe must arrive.
process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`);
  return 1;
});
