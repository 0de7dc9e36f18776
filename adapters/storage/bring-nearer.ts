import type { Queryable } from './database.ts';
import { jobSchema } from './job-queue.ts';

/**
 * Moves the beginning of every job that waits for a later time. The queue lives by the machine's clock: when the
 * simulator moves the bot's, what was to happen in an hour must not wait for the machine's hour. Jobs that are
 * due, and the pauses between tries, stay as they are.
 */
export async function bringNearer(database: Queryable, milliseconds: number): Promise<void> {
  if (milliseconds === 0) return;
  await database.query(
    `update ${jobSchema}.job set start_after = start_after - make_interval(secs => $1)
     where state = 'created' and start_after > now()`,
    [milliseconds / 1000],
  );
}
