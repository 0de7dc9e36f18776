import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runThroughServer } from '#adapters/storage/control-client.ts';
import { DataFolderInUse } from '#adapters/storage/data-folder.ts';
import { InvalidInput } from '#bot/errors.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { CommandContext } from '../command-context.ts';
import { loadDesk, loadFolder } from '../load-desk.ts';

/** A folder, the database, or what the server that holds the database writes out: a talk cannot be run over there. */
export async function deskForChat(folder: string | undefined, context: CommandContext): Promise<LoadedDesk> {
  if (folder !== undefined) return loadFolder(resolve(context.cwd, folder));
  try {
    return (await loadDesk(undefined, context)).loaded;
  } catch (error) {
    if (error instanceof DataFolderInUse) return deskOfServer(error, context);
    throw error;
  }
}

async function deskOfServer(server: DataFolderInUse, { cwd }: CommandContext): Promise<LoadedDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'vaktis-desk-'));
  try {
    const lines: string[] = [];
    const exit = await runThroughServer(server, ['export', folder], cwd, (line) => lines.push(line));
    if (exit !== 0) throw new InvalidInput(lines.join('\n'));
    return await loadFolder(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
