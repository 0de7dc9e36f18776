import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { runThroughServer } from '#adapters/storage/control-client.ts';
import { DataFolderInUse } from '#adapters/storage/data-folder.ts';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import type { CommandContext } from '../command-context.ts';
import { loadDesk, loadFolder } from '../load-desk.ts';
import { chatWords } from './chat-words.ts';

export type DeskForChat = {
  readonly loaded: LoadedDesk;
  /** It is the database's, and so may be what is kept beside it. */
  readonly isStored: boolean;
};

/**
 * A folder, the database, what the server that holds the database writes out (a talk cannot be run over there), or,
 * where there is no desk yet, the demo district if it may stand in.
 * @throws NotFound, InvalidInput
 */
export async function deskForChat(folder: string | undefined, context: CommandContext): Promise<DeskForChat> {
  if (folder !== undefined) return fromFolder(resolve(context.cwd, folder));
  try {
    return { loaded: (await loadDesk(undefined, context)).loaded, isStored: true };
  } catch (error) {
    if (error instanceof DataFolderInUse)
      return { loaded: await deskOfServer(error, context), isStored: true };
    if (!(error instanceof NotFound)) throw error;
    const demo = context.demoFolder?.() ?? null;
    if (demo === null) throw new NotFound(chatWords.noDesk);
    context.tell(chatWords.onDemo);
    return fromFolder(demo);
  }
}

async function fromFolder(folder: string): Promise<DeskForChat> {
  return { loaded: await loadFolder(folder), isStored: false };
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
