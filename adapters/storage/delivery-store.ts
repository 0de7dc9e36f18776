import { z } from 'zod';
import type { Delivery, DeliveryStore, DeliveryTarget } from '#bot/handoff/stores.ts';
import { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import type { Queryable } from './database.ts';
import { createMarkSent } from './mark-sent.ts';
import { createReadDeliveryBasis } from './read-delivery-basis.ts';
import { rowOf, rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

/** Only we write envelopes, and the channel's renderer knows every kind: here it is enough that it is one. */
const AnyEnvelope = z.object({ language: z.string(), content: z.object({ kind: z.string() }) });
const StoredEnvelope = z.custom<Envelope>((value) => AnyEnvelope.safeParse(value).success);

const Target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('person'), upn: z.string() }),
  z.object({ kind: z.literal('conversation'), address: ConversationAddress }),
]);

const Content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('reply'), envelope: StoredEnvelope }),
  z.object({
    kind: z.literal('card'),
    card: z.object({ kind: z.enum(['case-card', 'board-card']), caseId: z.string(), viewerUpn: z.string() }),
  }),
]);

const DeliveryRow: z.ZodType<Delivery> = z
  .object({
    id: z.string(),
    target: Target,
    content: Content,
    case_id: z.string().nullable(),
    offer_id: z.string().nullable(),
    replaces: z.string().nullable(),
    status: z.enum(['pending', 'sending', 'sent', 'undeliverable']),
    attempts: z.number(),
    uncertain_sends: z.number(),
    not_before: z.date().nullable(),
    activity_id: z.string().nullable(),
    error: z.string().nullable(),
    created_at: z.date(),
    sent_at: z.date().nullable(),
  })
  .transform(
    ({ case_id, offer_id, activity_id, created_at, sent_at, uncertain_sends, not_before, ...rest }) => ({
      ...rest,
      uncertainSends: uncertain_sends,
      notBefore: not_before,
      caseId: case_id,
      offerId: offer_id,
      activityId: activity_id,
      createdAt: created_at,
      sentAt: sent_at,
    }),
  );

const Shown = z.object({ upn: z.string(), id: z.string() });
const Id = z.object({ id: z.string() }).transform((row) => row.id);

/** A message that failed so often no longer holds up what was said to the same reader after it. */
export const holdsUpFor = 6;

export function createDeliveryStore(client: Queryable): DeliveryStore {
  return { ...outbox(client), ...outcomes(client), ...cards(client) };
}

function outbox(
  client: Queryable,
): Pick<DeliveryStore, 'add' | 'get' | 'claim' | 'leftBehind' | 'readBasis'> {
  return {
    async add(delivery) {
      const card = delivery.content.kind === 'card' ? delivery.content.card : null;
      await client.query(
        `insert into deliveries (id, case_id, offer_id, replaces, target, content, lane, card_case_id, card_upn,
                                 created_at, touched_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10)`,
        [
          delivery.id,
          delivery.caseId,
          delivery.offerId,
          delivery.replaces,
          toJson(delivery.target),
          toJson(delivery.content),
          laneOf(delivery.target),
          card?.caseId ?? null,
          card?.viewerUpn ?? null,
          delivery.createdAt,
        ],
      );
    },
    get: (id) => rowOf(DeliveryRow, client, 'select * from deliveries where id = $1', [id]),
    readBasis: createReadDeliveryBasis(client),
    claim: (id, at, staleBefore) =>
      rowOf(
        DeliveryRow,
        client,
        // Whoever left it in `sending` may have sent it before they died. Who says that they live still has it,
        // whatever the clocks of the two say.
        `update deliveries d set status = 'sending', attempts = attempts + 1, touched_at = $2,
           taken_by = current_setting('application_name'),
           uncertain_sends = uncertain_sends + (case when status = 'sending' then 1 else 0 end)
         where id = $1 and not exists (select from processes p
             where p.name = d.taken_by and p.name <> current_setting('application_name') and d.status = 'sending')
           and ((status = 'pending' and (not_before is null or not_before <= $2))
             or (status = 'sending' and touched_at < $3))
           and not exists (select 1 from deliveries earlier where earlier.lane = d.lane and earlier.seq < d.seq
             and earlier.status = 'pending' and earlier.not_before is not null
             and earlier.attempts < ${holdsUpFor})
         returning *`,
        [id, at, staleBefore],
      ),
    leftBehind: (before, limit, due = before) => rowsOf(Id, client, leftBehindText, [before, limit, due]),
  };
}

/** What failed is due when its time comes, and with it what was held up by it; the rest is its writer's for a while. */
const leftBehindText = `select id from deliveries d where status in ('pending', 'sending')
    and case when status = 'pending' and not_before is not null then not_before <= $3
      else touched_at < $1 or (status = 'pending' and exists (select from deliveries earlier
        where earlier.lane = d.lane and earlier.seq < d.seq and earlier.status = 'pending'
          and earlier.not_before <= $3)) end
    and not exists (select from deliveries earlier where earlier.lane = d.lane and earlier.seq < d.seq
      and earlier.status = 'pending' and earlier.not_before > $3 and earlier.attempts < ${holdsUpFor})
  order by seq limit $2`;

type Outcomes = Pick<DeliveryStore, 'markSent' | 'markFailed' | 'putBack' | 'markUndeliverable'>;

/** Who was taken for dead has no say in it any more. */
const isOwn = `status = 'sending' and coalesce(taken_by, '') in ('', 'vaktis', current_setting('application_name'))`;

function outcomes(client: Queryable): Outcomes {
  const finish = async (text: string, values: readonly unknown[]) => {
    await client.query(text, values);
  };
  return {
    markSent: createMarkSent(client),
    markFailed: (id, error, again = { notBefore: null, uncertain: false }) =>
      finish(
        `update deliveries set status = 'pending', error = $2, not_before = $3,
           uncertain_sends = uncertain_sends + $4 where id = $1 and ${isOwn}`,
        [id, error, again.notBefore, again.uncertain ? 1 : 0],
      ),
    putBack: (id, why) =>
      finish(
        `update deliveries set status = 'pending', error = $2, attempts = greatest(attempts - 1, 0)
         where id = $1 and ${isOwn}`,
        [id, why],
      ),
    markUndeliverable: (id, error) =>
      finish(`update deliveries set status = 'undeliverable', error = $2 where id = $1`, [id, error]),
  };
}

function cards(client: Queryable): Pick<DeliveryStore, 'sentCard' | 'shownCards' | 'sentAs'> {
  return {
    sentAs: (conversationId, activityId) =>
      rowOf(
        DeliveryRow,
        client,
        `select * from deliveries where activity_id = $2 and target->'address'->>'conversationId' = $1
         order by seq desc limit 1`,
        [conversationId, activityId],
      ),
    // A card that replaced another in place may have come back without an id: the earlier id still holds.
    sentCard: (caseId, upn) =>
      rowOf(
        DeliveryRow,
        client,
        `select * from deliveries where card_case_id = $1 and card_upn = $2 and status = 'sent'
           and activity_id is not null order by seq desc limit 1`,
        [caseId, upn],
      ),
    async shownCards(caseId) {
      const cards = await rowsOf(
        Shown,
        client,
        `select distinct on (card_upn) card_upn as upn, id from deliveries
         where card_case_id = $1 and status = 'sent' and activity_id is not null order by card_upn, seq desc`,
        [caseId],
      );
      return new Map(cards.map(({ upn, id }) => [upn, id]));
    },
  };
}

/** What one person reads in one chat arrives in the order in which it was said. */
export function laneOf(target: DeliveryTarget): string {
  if (target.kind === 'person') return `person ${target.upn}`;
  return `conversation ${target.address.channel} ${target.address.conversationId}`;
}
