import { OutsideSystemFailed } from '#bot/errors.ts';
import type { Queryable } from './database.ts';
import type { StorageLog } from './storage-log.ts';

export type WatchedDatabase = Queryable & { isAway(): boolean };

/** The same queries; one line in the log when the database goes away, and one when it is back. */
export function watchOutage(database: Queryable, log: StorageLog): WatchedDatabase {
  let away = false;
  const note = (isAway: boolean, tell: () => void) => {
    if (away === isAway) return;
    away = isAway;
    tell();
  };
  return {
    isAway: () => away,
    async query(text, values) {
      try {
        const result = await database.query(text, values);
        note(false, () => log.info({}, 'The database is back.'));
        return result;
      } catch (error) {
        if (error instanceof OutsideSystemFailed) {
          note(true, () => log.error({ error: error.message }, 'The database is away; jobs wait for it.'));
        }
        throw error;
      }
    },
  };
}
