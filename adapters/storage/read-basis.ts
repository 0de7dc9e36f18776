import { z } from 'zod';
import type { ConversationStore, TurnBasis } from '#bot/conversation/stores.ts';
import { CaseRow } from './case-data.ts';
import { Count, isOpen, openCounts } from './case-store.ts';
import { ContactRow } from './contact-store.ts';
import { StateRow } from './conversation-state-row.ts';
import type { Queryable } from './database.ts';
import { inBatches } from './in-batches.ts';
import { rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

type ReadBasis = ConversationStore['readBasis'];

const Counts = z.array(Count).transform((counts) => new Map(counts.map(({ upn, count }) => [upn, count])));
const BasisRow = z.object({
  state: StateRow.nullable(),
  contact: ContactRow.nullable(),
  cases: z.array(CaseRow),
  /** The same for all, so only the first has it. */
  open_cases: Counts.nullable(),
  seen: z.boolean(),
  waits: z.boolean(),
});

/** One statement for all turns that begin at once: each further one costs a turn as much as a good part of its thinking. */
const question = `select
  (select jsonb_build_object('person_upn', person_upn, 'version', version, 'state', state) from conversations
    where channel = a.channel and conversation_id = a."conversationId" and person_upn = a."personUpn") as state,
  (select to_jsonb(known) from contacts known where upn = a."personUpn") as contact,
  (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'number', number, 'version', version, 'data', data)
      order by created_at desc, number desc), '[]')
    from cases where people @> array[a."personUpn"] and (${isOpen} or updated_at >= a.since)) as cases,
  case when a.place = 0 then
    (select coalesce(jsonb_agg(to_jsonb(counted)), '[]') from (${openCounts}) counted) end as open_cases,
  exists (select from activities where channel = a.channel and conversation_id = a."conversationId"
    and activity_id = a."activityId") as seen,
  exists (select from waiting_messages where channel = a.channel and conversation_id = a."conversationId") as waits
  from jsonb_to_recordset($1) as a (place integer, channel text, "conversationId" text, "personUpn" text,
    since timestamptz, "activityId" text) order by a.place`;

/** What turns that begin at once rest on is read together. */
export function createReadBasis(client: Queryable): ReadBasis {
  return inBatches(async (asked) => {
    const places = asked.map((of, place) => ({ ...of, place }));
    const rows = await rowsOf(BasisRow, client, question, [toJson(places)]);
    const openCases = rows[0]?.open_cases ?? new Map<string, number>();
    return rows.map(({ open_cases: _, ...basis }): TurnBasis => ({ ...basis, openCases }));
  });
}
