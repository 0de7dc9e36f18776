import type { Database } from '#adapters/storage/database.ts';
import type { SchemaState } from '#adapters/storage/schema-state.ts';
import type { Config } from '#bot/config.ts';
import type { DoctorWords } from '#bot/i18n/doctor.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';

/** How the doctor reaches the world; tests give their own. */
export type DoctorNetwork = {
  readonly fetch: typeof fetch;
  /** Entra's sign-in. */
  readonly loginUrl: string;
  readonly now: () => Date;
};

/** What earlier checks found, for later ones. */
export type Clues = {
  /** Null: not known, so what rests on it is not looked at. */
  schema: SchemaState | null;
  /** How far this machine's clock is ahead of others, in milliseconds. */
  readonly clocks: { readonly whose: string; readonly ahead: number }[];
};

/** Everything that the checks need. */
export type DoctorWorld = {
  readonly config: Config;
  readonly words: DoctorWords;
  readonly language: ReplyLanguage;
  readonly network: DoctorNetwork;
  readonly cwd: string;
  /** The app package to look at; null: `vaktis-teams.zip` where there is one. */
  readonly packageFile: string | null;
  /** As it is: not migrated. An error: it cannot be used. */
  readonly database: Database | Error;
  readonly clues: Clues;
};
