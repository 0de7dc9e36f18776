import { z } from 'zod';
import type { Queryable } from './database.ts';
import { jobSchema } from './job-queue.ts';
import { rowsOf } from './rows.ts';

/** Milliseconds: how much later than it is due a job may begin, where nobody said at once that it is there. */
const every = 500;

const Name = z.object({ name: z.string() });
const question = `select q.name from unnest($1::text[]) as q(name) where exists (
  select from ${jobSchema}.job j where j.name = q.name and j.state < 'active' and not j.blocked
    and j.start_after <= ${jobSchema}.job_now())`;

/**
 * Looks every half second which queues have something to do: one question for all of them, where each queue's own
 * would be a dozen. `wake` hears of those that have. While the database is away it goes on asking; somebody else tells.
 */
export function watchQueues(
  database: Queryable,
  names: readonly string[],
  wake: (name: string) => void,
): { stop(): Promise<void> } {
  let looking: Promise<void> | null = null;
  const look = async (): Promise<void> => {
    for (const { name } of await rowsOf(Name, database, question, [names])) wake(name);
  };
  const timer = setInterval(() => {
    looking ??= look()
      .catch(() => undefined)
      .finally(() => {
        looking = null;
      });
  }, every);
  return {
    async stop() {
      clearInterval(timer);
      await looking;
    },
  };
}
