import { z } from 'zod';
import type { ConversationStore, TurnBasis } from '#bot/conversation/stores.ts';
import { CaseRow } from './case-data.ts';
import { Count, isOpen, openCounts } from './case-store.ts';
import { ContactRow } from './contact-store.ts';
import { StateRow } from './conversation-state-row.ts';
import type { Queryable } from './database.ts';
import { rowOf } from './rows.ts';

const BasisRow = z.object({
  state: StateRow.nullable(),
  contact: ContactRow.nullable(),
  cases: z.array(CaseRow),
  open_cases: z.array(Count),
  seen: z.boolean(),
  waits: z.boolean(),
});

/** One statement: each further one costs a turn as much as a good part of its thinking. */
const question = `select
  (select jsonb_build_object('person_upn', person_upn, 'version', version, 'state', state)
    from conversations where channel = $1 and conversation_id = $2 and person_upn = $3) as state,
  (select to_jsonb(known) from contacts known where upn = $3) as contact,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'version', version, 'data', data)
      order by created_at desc, number desc), '[]')
    from cases where people @> array[$3::text] and (${isOpen} or updated_at >= $4)) as cases,
  (select coalesce(jsonb_agg(to_jsonb(counted)), '[]') from (${openCounts}) counted) as open_cases,
  exists (select from activities where channel = $1 and conversation_id = $2 and activity_id = $5) as seen,
  exists (select from waiting_messages where channel = $1 and conversation_id = $2) as waits`;

export async function readBasis(
  client: Queryable,
  of: Parameters<ConversationStore['readBasis']>[0],
): Promise<TurnBasis> {
  const values = [of.channel, of.conversationId, of.personUpn, of.since, of.activityId ?? null];
  const row = await rowOf(BasisRow, client, question, values);
  if (row === null) throw new Error('A question without a table always has an answer.');
  const { open_cases, ...basis } = row;
  return { ...basis, openCases: new Map(open_cases.map(({ upn, count }) => [upn, count])) };
}
