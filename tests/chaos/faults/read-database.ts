import pg from 'pg';
import { z } from 'zod';
import { connect } from '#adapters/storage/connect.ts';
import { openDataFolder } from '#adapters/storage/data-folder.ts';

/** The second witness: what the database says when all has settled. */
const InDatabase = z.object({
  cases: z.number(),
  /** Pending or being sent. */
  left: z.number(),
  /** Messages of people that were kept and not answered yet. */
  unheard: z.number(),
  undeliverable: z.number(),
  /** Sent though they may have arrived before. */
  uncertain: z.number(),
  /** The same words to the same reader, written twice within moments: no fault of Teams makes that. */
  writtenTwice: z.number(),
  waitingForContractor: z.number(),
  dueJobs: z.number(),
  deadJobs: z.number(),
  unanswered: z.number(),
  /** Open cases that nobody has and nobody is asked to take. */
  ownerless: z.array(z.string()),
  /** Open cases of a technician or that are offered without a job that looks after them. */
  open: z.number(),
});
export type InDatabase = z.infer<typeof InDatabase>;

const text = `select
  (select count(*) from cases)::int as cases,
  (select count(*) from deliveries where status in ('pending', 'sending'))::int as left,
  (select count(*) from waiting_messages)::int as unheard,
  (select count(*) from deliveries where status = 'undeliverable')::int as undeliverable,
  (select count(*) from deliveries where uncertain_sends > 0)::int as uncertain,
  (select count(*) from deliveries a join deliveries b on b.lane = a.lane and b.content = a.content
    and b.seq > a.seq and b.created_at < a.created_at + interval '30 s'
    where a.content->>'kind' = 'reply')::int as "writtenTwice",
  (select count(*) from contractor_waiting)::int as "waitingForContractor",
  (select count(*) from jobs.job where name <> 'dead-letter' and state in ('created', 'retry', 'active')
    and (start_after <= now() or state = 'active'
      or (state = 'retry' and name <> 'contractor-line')))::int as "dueJobs",
  (select count(*) from jobs.job where name = 'dead-letter')::int as "deadJobs",
  (select count(*) from offers where status = 'offered')::int as unanswered,
  (select count(*) from cases where state in ('new', 'in-progress', 'on-hold'))::int as open,
  (select coalesce(array_agg(number), '{}') from cases where state in ('new', 'in-progress', 'on-hold')
    and assigned_upn is null and offered_upn is null
    and coalesce(data->'assignee', 'null') = 'null') as ownerless`;

/** The same of an embedded one, which nobody else holds any more. */
export async function readFolder(path: string): Promise<InDatabase> {
  const folder = await openDataFolder(path);
  const database = await connect({ kind: 'folder', path: folder.path });
  try {
    return InDatabase.parse((await database.query(text)).rows[0]);
  } finally {
    await database.close();
    await folder.release();
  }
}

export async function readDatabase(url: string): Promise<InDatabase> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return InDatabase.parse((await client.query(text)).rows[0]);
  } finally {
    await client.end();
  }
}

const leftText = `select
  (select coalesce(jsonb_agg(to_jsonb(d) - 'content'), '[]') from deliveries d
    where status in ('pending', 'sending')) as deliveries,
  (select coalesce(jsonb_agg(to_jsonb(j)), '[]') from jobs.job j
    where name <> 'daily' and state in ('created', 'retry', 'active')) as jobs,
  (select coalesce(jsonb_agg(to_jsonb(p)), '[]') from processes p) as processes,
  (select coalesce(jsonb_agg(to_jsonb(w) - 'message'), '[]') from waiting_messages w) as unheard,
  (select coalesce(jsonb_agg(to_jsonb(l)), '[]') from contractor_lines l) as lines, now() as now`;

/** What was not brought to its end, row by row: for whoever looks into a broken promise. */
export async function readLeft(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(leftText)).rows[0];
  } finally {
    await client.end();
  }
}
