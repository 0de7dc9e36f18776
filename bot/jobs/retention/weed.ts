import { retentionDays } from '#bot/desk/retention.ts';
import type { Weeder } from '#bot/privacy/weeder.ts';
import type { JobPorts } from '../ports.ts';

/** A night's share: a job that the queue takes for dead is begun anew beside itself. The rest is the next one's. */
const longestWeeding = 90_000;

export type WeedingPorts = Pick<JobPorts, 'deskSource' | 'now' | 'logger'> & {
  readonly weeder: Weeder;
  readonly keepFilesForDays?: number | undefined;
  /** Milliseconds on a steady clock. */
  readonly elapsed: () => number;
};

/** Deletes or makes anonymous what was kept for as long as the desk says. @returns whether there is more to do. */
export async function weed(ports: WeedingPorts): Promise<boolean> {
  const { weeder, deskSource, now, logger, elapsed, keepFilesForDays } = ports;
  const { desk } = await deskSource.current();
  const until = elapsed() + longestWeeding;
  const { rows, isFinished } = await weeder.weed(
    { now: now(), days: retentionDays(desk.settings.retention), filesDays: keepFilesForDays ?? 90 },
    () => elapsed() < until,
  );
  const counts = Object.fromEntries(rows);
  if (rows.size > 0) logger.info({ counts, isFinished }, 'What was kept long enough was weeded.');
  return !isFinished;
}
