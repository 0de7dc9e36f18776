import { z } from 'zod';
import type { Queryable } from './database.ts';
import { rowsOf } from './rows.ts';

/** Milliseconds: how often a process says that it lives, and after what silence others take it for dead. */
export type Rhythm = { readonly every: number; readonly deadAfter: number };

/** Far longer than a pause of the machine, far shorter than the three minutes that count where nobody beats. */
export const usualRhythm: Rhythm = { every: 4_000, deadAfter: 20_000 };

/** What is anybody's again. */
export type Freed = {
  /** What was being sent to people, in the order in which it was written. */
  readonly deliveries: readonly string[];
  /** Contractors whose lines were being sent from. */
  readonly lines: readonly string[];
};

export type Pulse = {
  /** Begins to beat. `takeOver` hears of what a dead process was at. */
  start(takeOver: (freed: Freed) => Promise<void>): Promise<void>;
  /**
   * Ask before something is taken. What it gives says later whether it is still this process's: false once others may
   * have thought that it died, and have taken it, also when it has been heard again since.
   */
  hold(): () => boolean;
  stop(): Promise<void>;
};

const Beat = z.object({
  since: z.string(),
  deliveries: z.array(z.string()),
  lines: z.array(z.string()),
});

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
  ), freed as (
    update deliveries set touched_at = to_timestamp(0)
    where status = 'sending' and taken_by in (select name from dead) returning id, seq
  ), lines as (
    update contractor_lines set held_until = to_timestamp(0)
    where held_until is not null and held_process in (select name from dead) returning contractor_id
  )
  select (select steady_since from me)::text as since, array(select id from freed order by seq) as deliveries,
    array(select contractor_id from lines) as lines`;

/** The heartbeat of a process that shares a database server with others; `tell` hears once of each that died. */
export function createPulse(
  database: Queryable,
  tell: (freed: Freed) => void,
  { every, deadAfter }: Rhythm = usualRhythm,
): Pulse {
  let timer: NodeJS.Timeout | null = null;
  let lastBeat: number | null = null;
  let steadySince: string | null = null;
  let breaks = 0;
  let beating: Promise<void> = Promise.resolve();
  const beat = async (takeOver: (freed: Freed) => Promise<void>) => {
    const at = performance.now();
    const [said] = await rowsOf(Beat, database, beatText, [deadAfter]);
    if (said === undefined) return;
    lastBeat = at;
    // The database begins to count anew after a gap: its time goes on while a machine sleeps, unlike this process's.
    if (steadySince !== null && steadySince !== said.since) breaks += 1;
    steadySince = said.since;
    const { deliveries, lines } = said;
    if (deliveries.length + lines.length === 0) return;
    tell(said);
    await takeOver({ deliveries, lines });
  };
  const isHeard = () => lastBeat === null || performance.now() - lastBeat < deadAfter * 0.6;
  return {
    async start(takeOver) {
      await beat(takeOver);
      let isBeating = false;
      timer = setInterval(() => {
        if (isBeating) return;
        isBeating = true;
        // While the database is away there is nothing to say; what waits for a connection is enough.
        beating = beat(takeOver)
          .catch(() => undefined)
          .finally(() => {
            isBeating = false;
          });
      }, every);
    },
    hold() {
      const before = breaks;
      return () => breaks === before && isHeard();
    },
    async stop() {
      if (timer === null) return;
      clearInterval(timer);
      await beating;
      const text = `delete from processes where name = current_setting('application_name')`;
      await database.query(text).catch(() => undefined);
    },
  };
}
