import type { Database } from './database.ts';
import { type Migration, readMigrations } from './migrate.ts';
import { readSchemaState } from './schema-state.ts';

export type DatabaseState = true | 'database away' | 'database stuck' | 'migrations missing';

export type DatabaseCheck = {
  readonly check: () => Promise<DatabaseState>;
  /** Whether the embedded database has given no good answer for so long that only a new start helps. */
  readonly isLost: () => boolean;
};

type Ports = {
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Milliseconds of a steady clock. */
  readonly elapsed: () => number;
};

/** Milliseconds: whoever asks waits little longer themselves. */
const patience = 2_000;
/** A restore or a large import holds the embedded database's one connection for a while. */
const lostAfter = 120_000;

/** Whether the database can serve: it answers in time, and its schema is what this version needs. */
export function createDatabaseCheck(database: Database, { wait, elapsed }: Ports): DatabaseCheck {
  let migrations: Promise<readonly Migration[]> | null = null;
  let silentSince: number | null = null;
  let asking: Promise<DatabaseState> | null = null;
  const ask = async (): Promise<DatabaseState> => {
    try {
      migrations ??= readMigrations();
      const { kind } = await readSchemaState(database, await migrations);
      silentSince = null;
      // A newer Vaktis beside us is told of at the start, and served beside.
      return kind === 'current' || kind === 'new' ? true : 'migrations missing';
    } catch {
      // A server comes back by itself; an embedded engine that fails does not.
      if (database.engine === 'postgres') silentSince = null;
      return 'database away';
    }
  };
  return {
    async check() {
      silentSince ??= elapsed();
      // One question at a time: each would wait in the same line.
      asking ??= ask().finally(() => {
        asking = null;
      });
      const silent = database.engine === 'embedded' ? 'database stuck' : 'database away';
      return Promise.race([asking, wait(patience).then((): DatabaseState => silent)]);
    },
    isLost: () =>
      database.engine === 'embedded' && silentSince !== null && elapsed() - silentSince > lostAfter,
  };
}
