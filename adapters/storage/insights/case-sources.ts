import { z } from 'zod';
import type { CaseEvent } from '#bot/handoff/case.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import { CaseRow } from '../case-data.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';

const kinds = [
  'accepted',
  'sent-to-contractor',
  'asked-requester',
  'told-requester',
  'on-site',
  'resolved',
  'reopened',
] as const;

const Event = z.object({
  at: z.iso.datetime({ offset: true }).transform((at) => new Date(at)),
  kind: z.enum(kinds),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
});
const Row = z.object({
  updated_at: z.date(),
  events: z.array(Event),
  open_when_taken: z.coerce.number().nullable(),
  model_cost: z.number().nullable(),
});

/** Texts of a case's talk stay in the database: what is counted of events is when, what kind, and to whom. */
const select = `select c.id, c.number, c.version, c.data, c.updated_at,
  coalesce((select jsonb_agg(jsonb_build_object('at', e.at, 'kind', e.kind, 'actor', e.actor, 'data',
      case when e.kind = 'sent-to-contractor' then e.data - 'told' else '{}'::jsonb end) order by e.seq)
    from case_events e where e.case_id = c.id and e.kind in (${kinds.map((kind) => `'${kind}'`).join(', ')})), '[]') as events,
  (select sum(m.cost) from model_calls m where m.case_id = c.id) as model_cost,
  case when taken.at is null then null else (
    select count(*) from offers o join cases other on other.id = o.case_id left join case_facts f on f.id = o.case_id
    where o.to_id = taken.by and o.status = 'accepted' and o.case_id <> c.id
      and o.answered_at < taken.at and o.answered_at > taken.at - interval '30 days'
      and coalesce(f.ended_at, case when other.state in ('new', 'in-progress', 'on-hold') then 'infinity' else other.updated_at end)
        > taken.at
  ) end as open_when_taken
  from cases c left join case_facts fact on fact.id = c.id
  left join lateral (select o.to_id as by, o.answered_at as at from offers o
    where o.case_id = c.id and o.status = 'accepted' and o.to_kind = 'technician' order by o.seq limit 1) taken on true
  where c.updated_at >= $1 and (c.updated_at, c.id) > ($2, $3) and fact.version is distinct from c.version
  order by c.updated_at, c.id limit $4`;

/** Cases that changed since they were counted, with what is counted of their history. */
export function caseSources(client: Queryable): Pick<InsightStore, 'changedCases' | 'talks'> {
  return {
    async changedCases(since, after, limit) {
      const values = [since, after?.at ?? '-infinity', after?.id ?? '', limit];
      const { rows } = await client.query(select, values);
      return rows.map((row) => {
        const item = CaseRow.parse(row);
        const { updated_at, events, open_when_taken, model_cost } = Row.parse(row);
        return {
          item,
          events: events.map((event): CaseEvent => ({ ...event, caseId: item.id })),
          openWhenTaken: open_when_taken,
          modelCost: model_cost,
          changedAt: updated_at,
        };
      });
    },
    async talks(from, to) {
      const outcomes = await rowsOf(Outcome, client, talkOutcomes, [from, to]);
      const calls = await rowsOf(
        Call,
        client,
        'select at, upn, cost from model_calls where case_id is null and at > $1 and at <= $2',
        [from, to],
      );
      return { outcomes, calls };
    },
  };
}

const Call = z.object({ at: z.date(), upn: z.string().nullable(), cost: z.number() });
const Outcome = z
  .object({
    seq: z.coerce.number(),
    at: z.date(),
    note_id: z.string(),
    outcome: z.enum(['shown', 'solved', 'not-solved']),
    by_upn: z.string(),
  })
  .transform(({ note_id, by_upn, ...rest }) => ({ ...rest, noteId: note_id, byUpn: by_upn }));

/**
 * What belongs to a case is among the attempts that its packet holds: the showing at its very time; that it did not
 * help before the case came of it. The attempts are read once, not for each outcome.
 */
const talkOutcomes = `with tried as materialized (
    select c.data->>'requesterUpn' as upn, attempt->>'noteId' as note_id, (attempt->>'at')::timestamptz as at, c.created_at
    from cases c, jsonb_array_elements(c.data->'packet'->'attempts') attempt
    where c.created_at > $1 and c.created_at <= $2::timestamptz + interval '1 day')
  select o.seq, o.at, o.note_id, o.outcome, o.by_upn from note_outcomes o
  where o.at > $1 and o.at <= $2 and o.case_id is null and o.undone_at is null
    and o.outcome in ('shown', 'solved', 'not-solved')
    and not exists (select from tried t where t.upn = o.by_upn and t.note_id = o.note_id
      and case o.outcome when 'shown' then t.at = o.at else o.at between t.at and t.created_at end)
  order by o.seq`;
