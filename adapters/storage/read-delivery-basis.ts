import { z } from 'zod';
import type { Delivery, DeliveryBasis } from '#bot/handoff/stores.ts';
import { CaseRow, OfferJson } from './case-data.ts';
import { ContactRow } from './contact-store.ts';
import type { Queryable } from './database.ts';
import { rowOf } from './rows.ts';

const BasisRow = z.object({
  contact: ContactRow.nullable(),
  offer: OfferJson.nullable(),
  item: CaseRow.nullable(),
  current_offer: OfferJson.nullable(),
  replaced_activity_id: z.string().nullable(),
});

const question = `select
  (select to_jsonb(known) from contacts known where upn = $1) as contact,
  (select to_jsonb(carried) from offers carried where id = $2) as offer,
  (select jsonb_build_object('id', id, 'number', number, 'version', version, 'data', data)
    from cases where id = $3) as item,
  (select to_jsonb(now) from offers now where case_id = $3 and status = 'offered') as current_offer,
  (select activity_id from deliveries where id = $4) as replaced_activity_id`;

const nothing: DeliveryBasis = {
  contact: null,
  offer: null,
  item: null,
  currentOffer: null,
  replacedActivityId: null,
};

/** One statement, or none for an ordinary reply where somebody wrote. */
export async function readDeliveryBasis(
  client: Queryable,
  { target, content, offerId, replaces }: Delivery,
): Promise<DeliveryBasis> {
  const upn = target.kind === 'person' ? target.upn : null;
  const caseId = content.kind === 'card' ? content.card.caseId : null;
  const values = [upn, offerId, caseId, replaces];
  if (values.every((value) => value === null)) return nothing;
  const row = await rowOf(BasisRow, client, question, values);
  if (row === null) return nothing;
  const { current_offer, replaced_activity_id, ...rest } = row;
  return { ...rest, currentOffer: current_offer, replacedActivityId: replaced_activity_id };
}
