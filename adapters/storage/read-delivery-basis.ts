import { z } from 'zod';
import type { Delivery, DeliveryBasis } from '#bot/handoff/stores.ts';
import { CaseRow, OfferJson } from './case-data.ts';
import { ContactRow } from './contact-store.ts';
import type { Queryable } from './database.ts';
import { inBatches } from './in-batches.ts';
import { rowsOf } from './rows.ts';
import { toJson } from './to-json.ts';

const BasisRow = z.object({
  contact: ContactRow.nullable(),
  offer: OfferJson.nullable(),
  item: CaseRow.nullable(),
  current_offer: OfferJson.nullable(),
  replaced_activity_id: z.string().nullable(),
});

const question = `select
  (select to_jsonb(known) from contacts known where upn = a.upn) as contact,
  (select to_jsonb(carried) from offers carried where id = a."offerId") as offer,
  (select jsonb_build_object('id', id, 'number', number, 'version', version, 'data', data)
    from cases where id = a."caseId") as item,
  (select to_jsonb(now) from offers now where case_id = a."caseId" and status = 'offered') as current_offer,
  (select activity_id from deliveries where id = a.replaces) as replaced_activity_id
  from jsonb_to_recordset($1) as a (place integer, upn text, "offerId" text, "caseId" text, replaces text)
  order by a.place`;

const nothing: DeliveryBasis = {
  contact: null,
  offer: null,
  item: null,
  currentOffer: null,
  replacedActivityId: null,
};

/** One statement for all that are about to be sent; none for an ordinary reply where somebody wrote. */
export function createReadDeliveryBasis(client: Queryable): (delivery: Delivery) => Promise<DeliveryBasis> {
  const read = inBatches(async (asked: readonly Asked[]) => {
    const places = asked.map((of, place) => ({ ...of, place }));
    const rows = await rowsOf(BasisRow, client, question, [toJson(places)]);
    return rows.map(
      ({ current_offer, replaced_activity_id, ...rest }): DeliveryBasis => ({
        ...rest,
        currentOffer: current_offer,
        replacedActivityId: replaced_activity_id,
      }),
    );
  });
  return async ({ target, content, offerId, replaces }) => {
    const upn = target.kind === 'person' ? target.upn : null;
    const caseId = content.kind === 'card' ? content.card.caseId : null;
    const isOfNothing = upn === null && caseId === null && offerId === null && replaces === null;
    return isOfNothing ? nothing : read({ upn, offerId, caseId, replaces });
  };
}

type Asked = {
  readonly upn: string | null;
  readonly offerId: string | null;
  readonly caseId: string | null;
  readonly replaces: string | null;
};
