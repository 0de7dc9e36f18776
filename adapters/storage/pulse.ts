import { z } from 'zod';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

/** Milliseconds: how often a process says that it lives, and after what silence others take it for dead. */
export type Rhythm = { readonly every: number; readonly deadAfter: number };

/** Far longer than a pause of the machine, far shorter than the three minutes that count where nobody beats. */
export const usualRhythm: Rhythm = { every: 4_000, deadAfter: 20_000 };

export type Pulse = {
  /** Begins to beat. `freed` hears of deliveries that a dead process was sending. */
  start(freed: (deliveryIds: readonly string[]) => Promise<void>): Promise<void>;
  /** False: others may think by now that this process died, so what it took may be somebody else's. */
  isSteady(): boolean;
  stop(): Promise<void>;
};

const Freed = z.object({ id: z.string() });

/**
 * One statement: says that this process lives, and frees what those held who are silent. All times are the database's,
 * so that a wrong clock kills nobody; and only who has been beating all the while itself may say that another did not:
 * after the database was away, nobody is taken for dead at once.
 */
const beatText = `with me as (
    insert into processes as known (name, beat_at, steady_since)
    values (current_setting('application_name'), now(), now())
    on conflict (name) do update set beat_at = now(), steady_since =
      case when known.beat_at < now() - $1 * interval '0.5 ms' then now() else known.steady_since end
    returning steady_since
  ), dead as (
    delete from processes where name <> current_setting('application_name')
      and beat_at < now() - $1 * interval '1 ms'
      and (select steady_since from me) < now() - $1 * interval '1 ms'
    returning name
  )
  update deliveries set touched_at = to_timestamp(0)
  where status = 'sending' and taken_by in (select name from dead) returning id`;

/** The heartbeat of a process that shares a database server with others; `tell` hears once of each that died. */
export function createPulse(
  database: Queryable,
  tell: (freed: number) => void,
  { every, deadAfter }: Rhythm = usualRhythm,
): Pulse {
  let timer: NodeJS.Timeout | null = null;
  let lastBeat: number | null = null;
  let beating: Promise<void> = Promise.resolve();
  const beat = async (freed: (ids: readonly string[]) => Promise<void>) => {
    const at = performance.now();
    const ids = (await rowsOf(Freed, database, beatText, [deadAfter])).map(({ id }) => id);
    lastBeat = at;
    if (ids.length === 0) return;
    tell(ids.length);
    await freed(ids);
  };
  return {
    async start(freed) {
      await beat(freed);
      let isBeating = false;
      timer = setInterval(() => {
        if (isBeating) return;
        isBeating = true;
        // While the database is away there is nothing to say; what waits for a connection is enough.
        beating = beat(freed)
          .catch(() => undefined)
          .finally(() => {
            isBeating = false;
          });
      }, every);
    },
    isSteady: () => lastBeat === null || performance.now() - lastBeat < deadAfter * 0.6,
    async stop() {
      if (timer === null) return;
      clearInterval(timer);
      await beating;
      const text = `delete from processes where name = current_setting('application_name')`;
      await database.query(text).catch(() => undefined);
    },
  };
}
