import { OutsideSystemFailed } from '#bot/errors.ts';
import type { JobLogger } from './ports.ts';

/** What a fault of the statement itself is tried so often; a database that is away, for as long as it is. */
const mostFaults = 600;

/**
 * What became of a message is known to its sender alone. While the database cannot take it down it is kept here, or the
 * message would be sent again by whoever finds it half sent.
 */
export type Outcomes = {
  /** Writes it, or keeps it for later: then null. Never throws. */
  write<T>(work: () => Promise<T>): Promise<T | null>;
  /** Tries what was kept, the oldest first. @returns false: the database is still away. Never throws. */
  writeKept(): Promise<boolean>;
};

type Kept = { readonly work: () => Promise<unknown>; faults: number };

/** `what` is to be written down, for the log. */
export function createOutcomes(logger: Pick<JobLogger, 'warn'>, what = 'What became of a message'): Outcomes {
  let kept: Kept[] = [];
  let writing: Promise<boolean> | null = null;
  const isWritten = async (one: Kept): Promise<boolean | 'away'> => {
    try {
      await one.work();
      return true;
    } catch (error) {
      if (error instanceof OutsideSystemFailed) return 'away';
      one.faults += 1;
      if (one.faults < mostFaults) return false;
      logger.warn({ error: String(error) }, `${what} cannot be written down.`);
      return true;
    }
  };
  const writeAll = async (): Promise<boolean> => {
    const tried = kept;
    const left: Kept[] = [];
    let away = false;
    for (const one of tried) {
      const written = away ? 'away' : await isWritten(one);
      if (written === 'away') away = true;
      if (written !== true) left.push(one);
    }
    // What was kept meanwhile came after them.
    kept = [...left, ...kept.slice(tried.length)];
    return !away;
  };
  return {
    async write(work) {
      try {
        return await work();
      } catch (error) {
        kept.push({ work, faults: 0 });
        logger.warn({ error: String(error) }, `${what} is written down later.`);
        return null;
      }
    },
    writeKept() {
      if (kept.length === 0) return Promise.resolve(true);
      writing ??= writeAll().finally(() => {
        writing = null;
      });
      return writing;
    },
  };
}
