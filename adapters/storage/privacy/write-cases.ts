import { z } from 'zod';
import type { Case } from '#bot/handoff/case.ts';
import { anonymiseCase, anonymiseFacts, erasedId, type Forgotten } from '#bot/privacy/anonymise-case.ts';
import { CaseRow } from '../case-data.ts';
import { dataOf, upnOf } from '../case-store.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { toJson } from '../to-json.ts';

/** Cases of those ids, as they are. */
export function readCases(client: Queryable, ids: readonly string[]): Promise<Case[]> {
  return rowsOf(
    CaseRow,
    client,
    'select id, number, version, data from cases where id = any($1) order by id',
    [ids],
  );
}

/** Takes names and words out of these cases, their history and their offers. In the transaction of that client. */
export async function anonymiseCases(
  client: Queryable,
  cases: readonly Case[],
  isForgotten: Forgotten,
): Promise<void> {
  if (cases.length === 0) return;
  const rows = cases.map((item) => {
    const left = anonymiseCase(item, isForgotten);
    const people = [...new Set([left.requesterUpn, ...left.reporterUpns])];
    const holder = { assigned_upn: upnOf(left.assignee), offered_upn: upnOf(left.offeredTo) };
    return { id: item.id, people, ...holder, data: dataOf(left), whole: isForgotten(item.requesterUpn) };
  });
  await client.query(
    `update cases c set people = r.people, assigned_upn = r.assigned_upn, offered_upn = r.offered_upn, data = r.data,
       version = version + 1, words_removed_at = case when r.whole then now() else c.words_removed_at end
     from jsonb_to_recordset($1) as r (id text, people text[], assigned_upn text, offered_upn text, data jsonb,
       whole boolean)
     where c.id = r.id`,
    [toJson(rows)],
  );
  const ids = rows.map(({ id }) => id);
  const whole = new Set(rows.flatMap((row) => (row.whole ? [row.id] : [])));
  await anonymiseEvents(client, ids, whole, isForgotten);
  await anonymiseOffers(client, ids, isForgotten);
}

const EventRow = z.object({
  seq: z.string(),
  case_id: z.string(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** Of a whole case every event; of others what that person did. The machine and contractors have no name to lose. */
async function anonymiseEvents(
  client: Queryable,
  caseIds: readonly string[],
  whole: ReadonlySet<string>,
  isForgotten: Forgotten,
): Promise<void> {
  const events = await rowsOf(
    EventRow,
    client,
    'select seq::text, case_id, actor, data from case_events where case_id = any($1)',
    [caseIds],
  );
  const changed = events.flatMap(({ seq, case_id, actor, data }) => {
    const isTheirs = isPerson(actor) && isForgotten(actor);
    if (!isTheirs && !whole.has(case_id)) return [];
    return [{ seq, actor: isTheirs ? erasedId : actor, data: anonymiseFacts(data) }];
  });
  await client.query(
    `update case_events e set actor = r.actor, data = r.data
     from jsonb_to_recordset($1) as r (seq bigint, actor text, data jsonb) where e.seq = r.seq`,
    [toJson(changed)],
  );
}

/** upns have an at sign; contractors and the machine do not. */
function isPerson(actor: string): boolean {
  return actor.includes('@') || actor.startsWith('unlisted:');
}

const OfferRow = z.object({ id: z.string(), to_id: z.string() });

async function anonymiseOffers(
  client: Queryable,
  caseIds: readonly string[],
  isForgotten: Forgotten,
): Promise<void> {
  const offers = await rowsOf(
    OfferRow,
    client,
    `select id, to_id from offers where case_id = any($1) and to_kind <> 'contractor'`,
    [caseIds],
  );
  const theirs = offers.filter(({ to_id }) => isForgotten(to_id)).map(({ id }) => id);
  await client.query('update offers set to_id = $2, reason = null where id = any($1)', [theirs, erasedId]);
}
