import type { FollowedMeaning } from '#adapters/language-model/create-meaning.ts';
import { openMeaning } from '#adapters/language-model/open-meaning.ts';
import { type DataFolder, openDataFolder } from '#adapters/storage/data-folder.ts';
import { openKeptIndex } from '#adapters/storage/kept-index/keep-index.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import { createVectorStore } from '#adapters/storage/vector-store.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { Meaning } from '#bot/triage/meaning.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';
import { demoFolder } from './cli/demo-folder.ts';
import { createServerCommandHandler } from './cli/server-command.ts';
import type { Config } from './config.ts';
import { InvalidInput, NotFound } from './errors.ts';
import type { Logger } from './logger.ts';

export type DeskStorage = Omit<OpenStorage, 'deskSource'> & {
  readonly deskSource: DeskSource;
  /** Null: no embeddings are configured. */
  readonly meaning: Meaning | null;
};

/**
 * Takes the data folder, where the database is in it, for this process alone; null: it is on a server.
 * @throws DataFolderInUse
 */
export async function holdData(config: Config): Promise<DataFolder | null> {
  return config.databaseUrl === null ? openDataFolder(config.dataFolder) : null;
}

/**
 * The database as the settings say, with a desk in it: the embedded one is held by this process alone and takes
 * the commands of others; without credentials an empty one is filled with the demo district. The database begins
 * before this returns its promise. `folder`: what {@link holdData} gave.
 * @throws OutsideSystemFailed; InvalidInput when there is no desk to serve.
 */
export async function openDeskStorage(
  config: Config,
  logger: Logger,
  folder: DataFolder | null,
): Promise<DeskStorage> {
  const opened =
    folder === null ? await openServer(config.databaseUrl ?? '', logger) : await openEmbedded(folder, logger);
  const meaning = createMeaningOf(config, opened, logger);
  const close = async () => {
    await meaning?.close();
    await opened.close();
  };
  try {
    let before: NoteSearch | null = null;
    const index = await openKeptIndex(config.dataFolder, logger);
    const deskSource = opened.deskSource((notes, desk) => {
      meaning?.follow(notes);
      before = createNoteSearch(notes, { timezone: desk.settings.timezone, before, stored: index.take() });
      index.follow(before);
      return before;
    });
    if (!(await hasDesk(deskSource))) await loadDemo(opened, config, logger);
    return { ...opened, deskSource, meaning, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function createMeaningOf(
  { embeddings }: Config,
  { database }: OpenStorage,
  log: Logger,
): FollowedMeaning | null {
  if (embeddings === null) return null;
  return openMeaning({ settings: embeddings, store: createVectorStore(database), log });
}

async function hasDesk(deskSource: DeskSource): Promise<boolean> {
  try {
    await deskSource.current();
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
}

function openServer(url: string, logger: Logger): Promise<OpenStorage> {
  return openStorage({ kind: 'server', url }, logger);
}

async function openEmbedded(folder: DataFolder, logger: Logger): Promise<OpenStorage> {
  try {
    const opened = await openStorage({ kind: 'folder', path: folder.path }, logger);
    folder.onCommand(createServerCommandHandler(opened));
    return {
      ...opened,
      async close() {
        await opened.close();
        await folder.release();
      },
    };
  } catch (error) {
    await folder.release();
    throw error;
  }
}

async function loadDemo(opened: OpenStorage, config: Config, logger: Logger): Promise<void> {
  if (!config.demo) {
    throw new InvalidInput('There is no desk yet. Import one first: npm run -s vaktis -- import FOLDER');
  }
  const lines: string[] = [];
  const keep = (line: string) => lines.push(line);
  const storage = async () => opened;
  const { runCommand } = await import('./cli/run-command.ts');
  const exit = await runCommand(['import', demoFolder], {
    cwd: process.cwd(),
    write: keep,
    tell: () => undefined,
    storage,
  });
  if (exit !== 0) throw new InvalidInput(`The demo district could not be loaded:\n${lines.join('\n')}`);
  logger.info({}, 'the demo district was loaded');
}
