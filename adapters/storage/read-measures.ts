import { z } from 'zod';
import type { DatabaseMeasures } from '#bot/observe/measures.ts';
import type { Queryable } from './database.ts';
import { jobNames, jobSchema } from './job-queue.ts';
import { rowOf } from './rows.ts';

const count = z.number().int();
const Measures = z.object({
  jobs: z.array(z.object({ job: z.string(), waiting: count, oldest: z.number() })),
  given_up: z.array(z.object({ job: z.string(), count })),
  outbox: z.array(z.object({ status: z.enum(['pending', 'sending']), count, oldest: z.number() })),
  offers: z.object({ late: count, in_time: count }),
  cases: z.array(z.object({ state: z.string(), holder: z.string(), count })),
  bytes: z.coerce.number(),
  now: z.date(),
});

/** Rows of a query as one JSON list, so that all is one question. */
const listOf = (query: string) => `(select coalesce(jsonb_agg(to_jsonb(q)), '[]') from (${query}) q)`;
const since = (time: string) => `extract(epoch from now() - ${time})::float8`;

/** Open ones and those under way only: each part has an index, however much is kept. */
const text = `select
  ${listOf(`select name as job, count(*)::int as waiting, ${since('min(start_after)')} as oldest
    from ${jobSchema}.job where name = any($1) and state in ('created', 'retry') and start_after < now()
    group by name`)} as jobs,
  ${listOf(`select name as job, count(*)::int as count from ${jobSchema}.job
    where name = any($1) and state = 'failed' and completed_on > now() - interval '1 hour' group by name`)} as given_up,
  ${listOf(`select status, count(*)::int as count, ${since('min(created_at)')} as oldest
    from deliveries where status in ('pending', 'sending') group by status`)} as outbox,
  (select jsonb_build_object('late', count(*) filter (where acknowledge_by < now()),
      'in_time', count(*) filter (where acknowledge_by is null or acknowledge_by >= now()))
    from offers where status = 'offered') as offers,
  ${listOf(`select state, coalesce(data->'assignee'->>'kind', data->'offeredTo'->>'kind', 'nobody') as holder,
      count(*)::int as count
    from cases where state in ('new', 'in-progress', 'on-hold') group by 1, 2`)} as cases,
  pg_database_size(current_database()) as bytes,
  clock_timestamp() as now`;

/** How it stands with queue, outbox, offers and cases; `now` is this machine's. @throws OutsideSystemFailed */
export async function readMeasures(client: Queryable, now: () => Date): Promise<DatabaseMeasures> {
  const asked = now().getTime();
  const row = await rowOf(Measures, client, text, [jobNames]);
  if (row === null) throw new Error('the database told no measures');
  // Half way between question and answer is what its clock is compared with.
  const here = (asked + now().getTime()) / 2;
  return {
    jobs: row.jobs,
    givenUp: row.given_up,
    outbox: row.outbox,
    offers: { late: row.offers.late, inTime: row.offers.in_time },
    cases: row.cases,
    bytes: row.bytes,
    clockAhead: (row.now.getTime() - here) / 1_000,
  };
}
