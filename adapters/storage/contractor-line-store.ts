import { z } from 'zod';
import type {
  ContractorBlock,
  ContractorLineStore,
  LineSummary,
  UnderWay,
  WaitingCase,
} from '#bot/handoff/contractor-line.ts';
import type { Queryable } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

const why = z.enum(['system', 'sign-in', 'pace']);
const Waiting: z.ZodType<WaitingCase> = z
  .object({
    case_id: z.string(),
    contractor_id: z.string(),
    number: z.string(),
    opened_at: z.date(),
    since: z.date(),
    not_before: z.date().nullable(),
    requester_told: z.boolean(),
  })
  .transform((row) => ({
    caseId: row.case_id,
    contractorId: row.contractor_id,
    number: row.number,
    openedAt: row.opened_at,
    since: row.since,
    notBefore: row.not_before,
    requesterTold: row.requester_told,
  }));
const Block: z.ZodType<ContractorBlock> = z
  .object({
    contractor_id: z.string(),
    blocked_since: z.date(),
    why,
    failures: z.number(),
    next_try_at: z.date(),
    dispatchers_told_at: z.date().nullable(),
  })
  .transform((row) => ({
    contractorId: row.contractor_id,
    since: row.blocked_since,
    why: row.why,
    failures: row.failures,
    nextTryAt: row.next_try_at,
    dispatchersToldAt: row.dispatchers_told_at,
  }));
const UnderWayData: z.ZodType<UnderWay> = z.object({
  caseId: z.string(),
  message: z.number(),
  fileId: z.string().nullable(),
  composed: z.object({ told: z.number(), lines: z.number() }).nullable(),
});
const Claimed = z.object({ left_behind: UnderWayData.nullable() });
const Held = z.object({ contractor_id: z.string() });
const Summary: z.ZodType<LineSummary> = z
  .object({
    contractor_id: z.string(),
    why: why.nullable(),
    waiting: z.number(),
    oldest: z.date().nullable(),
  })
  .transform((row) => ({
    contractorId: row.contractor_id,
    blocked: row.why,
    waiting: row.waiting,
    oldest: row.oldest,
  }));

const inOrder = 'order by opened_at, length(number), number';

type Holding = Pick<ContractorLineStore, 'claim' | 'hold' | 'release' | 'abandon'>;
type Blocks = Pick<
  ContractorLineStore,
  'block' | 'saveBlock' | 'tellsDispatchers' | 'clearBlock' | 'summaries'
>;

export function createContractorLineStore(client: Queryable): ContractorLineStore {
  return { ...createQueue(client), ...createHolding(client), ...createBlocks(client) };
}

function createQueue(client: Queryable): Omit<ContractorLineStore, keyof Holding | keyof Blocks> {
  return {
    async join({ caseId, contractorId, number, openedAt, since }) {
      await client.query(
        `insert into contractor_waiting as known (case_id, contractor_id, number, opened_at, since)
         values ($1, $2, $3, $4, $5)
         on conflict (case_id) do update set contractor_id = excluded.contractor_id, since = excluded.since,
           not_before = null, requester_told = false
         where known.contractor_id <> excluded.contractor_id`,
        [caseId, contractorId, number, openedAt, since],
      );
    },
    async leave(caseId) {
      await client.query('delete from contractor_waiting where case_id = $1', [caseId]);
    },
    async putOff(caseId, notBefore) {
      await client.query('update contractor_waiting set not_before = $2 where case_id = $1', [
        caseId,
        notBefore,
      ]);
    },
    async tellsRequester(caseId) {
      const text = `update contractor_waiting set requester_told = true
        where case_id = $1 and not requester_told`;
      return (await client.query(text, [caseId])).rowCount === 1;
    },
    waiting: (contractorId) =>
      rowsOf(Waiting, client, `select * from contractor_waiting where contractor_id = $1 ${inOrder}`, [
        contractorId,
      ]),
    next: ({ contractorId, at, except }) =>
      rowOf(
        Waiting,
        client,
        `select * from contractor_waiting
         where contractor_id = $1 and (not_before is null or not_before <= $2) and case_id <> all($3)
         ${inOrder} limit 1`,
        [contractorId, at, except],
      ),
  };
}

const byThisProcess = `held_process = current_setting('application_name'), held_at = now()`;

/** Its holder is not another process that lives; by the database's own clock, which is one for all. */
const isFree = `(held_at < now() - ($4::timestamptz - $3::timestamptz) or not exists (
    select from processes p where p.name = held_process and p.name <> current_setting('application_name')))`;

function createHolding(client: Queryable): Holding {
  return {
    // One statement: of two that ask at once, one gets it. It waits for the row, so it sees what was left behind. Who
    // says that they live still has it, whatever the clocks of the two say.
    async claim({ contractorId, holder, at, until }) {
      await client.query(
        'insert into contractor_lines (contractor_id) values ($1) on conflict (contractor_id) do nothing',
        [contractorId],
      );
      const claimed = await rowOf(
        Claimed,
        client,
        `with before as (
           select under_way from contractor_lines
           where contractor_id = $1 and (held_until is null or (held_until <= $3 and ${isFree})) for update
         )
         update contractor_lines set held_by = $2, held_until = $4, under_way = null, ${byThisProcess}
         from before where contractor_id = $1
         returning before.under_way as left_behind`,
        [contractorId, holder, at, until],
      );
      return claimed && { leftBehind: claimed.left_behind };
    },
    async hold({ contractorId, holder, until, underWay }) {
      const held = await rowOf(
        Held,
        client,
        `update contractor_lines set held_until = $3, under_way = $4, ${byThisProcess}
         where contractor_id = $1 and held_by = $2 returning contractor_id`,
        [contractorId, holder, until, underWay && toJson(underWay)],
      );
      return held !== null;
    },
    async release(contractorId, holder) {
      await client.query(
        `update contractor_lines set held_by = null, held_until = null, under_way = null
         where contractor_id = $1 and held_by = $2`,
        [contractorId, holder],
      );
    },
    async abandon(contractorId, holder) {
      await client.query(
        `update contractor_lines set held_by = null, held_until = to_timestamp(0), held_process = null
         where contractor_id = $1 and held_by = $2`,
        [contractorId, holder],
      );
    },
  };
}

function createBlocks(client: Queryable): Blocks {
  return {
    block: (contractorId) =>
      rowOf(
        Block,
        client,
        `select contractor_id, blocked_since, why, failures, next_try_at, dispatchers_told_at
         from contractor_lines where contractor_id = $1 and blocked_since is not null`,
        [contractorId],
      ),
    async saveBlock(block) {
      await client.query(
        `insert into contractor_lines
           (contractor_id, blocked_since, why, failures, next_try_at, dispatchers_told_at)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (contractor_id) do update set blocked_since = excluded.blocked_since, why = excluded.why,
           failures = excluded.failures, next_try_at = excluded.next_try_at,
           dispatchers_told_at = excluded.dispatchers_told_at`,
        [
          block.contractorId,
          block.since,
          block.why,
          block.failures,
          block.nextTryAt,
          block.dispatchersToldAt,
        ],
      );
    },
    async tellsDispatchers(contractorId, at) {
      const text = `update contractor_lines set dispatchers_told_at = $2
        where contractor_id = $1 and blocked_since is not null and dispatchers_told_at is null`;
      return (await client.query(text, [contractorId, at])).rowCount === 1;
    },
    async clearBlock(contractorId) {
      await client.query(
        `update contractor_lines set blocked_since = null, why = null, failures = 0, next_try_at = null,
           dispatchers_told_at = null
         where contractor_id = $1 and blocked_since is not null`,
        [contractorId],
      );
    },
    summaries: () =>
      rowsOf(
        Summary,
        client,
        `select coalesce(line.contractor_id, waits.contractor_id) as contractor_id, line.why,
           coalesce(waits.count, 0)::int as waiting, waits.oldest
         from contractor_lines line
         full join (
           select contractor_id, count(*) as count, min(since) as oldest from contractor_waiting
           group by contractor_id
         ) waits on waits.contractor_id = line.contractor_id
         order by 1`,
      ),
  };
}
