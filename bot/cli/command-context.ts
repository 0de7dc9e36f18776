import type { Command } from 'commander';
import type { Database } from '#adapters/storage/database.ts';
import type { CreateNoteSearch } from '#adapters/storage/desk-source.ts';
import type { EmbeddingsSettings } from '#bot/settings/embeddings-settings.ts';
import type { DeskSource } from '#bot/triage/desk-source.ts';
import type { DeskRepository } from '#knowledge/desk-folder/desk-repository.ts';
import type { ImageStore } from '#knowledge/review/image-store.ts';

/** What of the storage a command may use. A running server gives its own. */
export type CommandStorage = {
  readonly database: Database;
  readonly desk: DeskRepository;
  /** Pictures in notes. */
  readonly images: ImageStore;
  deskSource(createNoteSearch: CreateNoteSearch): DeskSource;
};

/** Everything that a command needs from where it runs: a terminal, or the server that holds the database. */
export type CommandContext = {
  /** What paths on the command line are relative to. */
  readonly cwd: string;
  /** One line of the result, for people or as JSON. */
  readonly write: (line: string) => void;
  /** One line about what goes on or went wrong; never part of the result. */
  readonly tell: (line: string) => void;
  /**
   * Opens the database on the first call; whoever made the context closes it. A command calls it before it writes
   * anything: when a server holds the embedded database it throws DataFolderInUse, and the whole command is run
   * again over there.
   */
  readonly storage: () => Promise<CommandStorage>;
  /** The database as it is, not brought up to date, under the same rule. Absent inside a server, which has done that. */
  readonly database?: () => Promise<Database>;
  /** What is typed or piped in, line by line. Absent where nobody types: inside a server. */
  readonly lines?: () => AsyncIterable<string>;
  /** The desk folder that a talk may be tried on where there is no desk yet; null or absent: none. */
  readonly demoFolder?: () => string | null;
  /** Where embeddings are to be had; null: nowhere. Absent: as the environment says. */
  readonly embeddings?: () => EmbeddingsSettings | null;
};

/** Adds one command to the program; its action resolves to the exit code: 0 done, 1 could not, 2 wrong usage. */
export type RegisterCommand = (
  program: Command,
  context: CommandContext,
  exitWith: (code: number) => void,
) => void;
