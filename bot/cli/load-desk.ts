import { resolve } from 'node:path';
import { createCaseStore } from '#adapters/storage/case-store.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { CommandContext } from './command-context.ts';

export type DeskForCommand = {
  readonly loaded: LoadedDesk;
  /** Open cases by technician upn. */
  readonly openCases: ReadonlyMap<string, number>;
};

/**
 * The desk that a command works on: a folder, which has no cases, or the database.
 * @throws NotFound, InvalidInput when the folder or the desk cannot be used; DataFolderInUse.
 */
export async function loadDesk(folder: string | undefined, context: CommandContext): Promise<DeskForCommand> {
  if (folder !== undefined) {
    return { loaded: await loadFolder(resolve(context.cwd, folder)), openCases: new Map() };
  }
  const { database, deskSource } = await context.storage();
  const source = deskSource((notes, desk) => createNoteSearch(notes, { timezone: desk.settings.timezone }));
  const loaded = await source.current();
  return { loaded, openCases: await createCaseStore(database).openCountByTechnician() };
}

export async function loadFolder(folder: string): Promise<LoadedDesk> {
  const { desk, notes } = await readDeskFolder(folder);
  return { desk, notes: createNoteSearch(notes, { timezone: desk.settings.timezone }) };
}
