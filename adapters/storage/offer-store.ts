import type { CaseStore } from '#bot/handoff/stores.ts';
import { OfferRow } from './case-data.ts';
import type { Queryable } from './database.ts';
import { rowOf, rowsOf } from './rows.ts';

export type OfferStore = Pick<CaseStore, 'addOffer' | 'getOffer' | 'currentOffer' | 'offers' | 'answerOffer'>;

/** The part of CaseStore that is about offers. A second `offered` offer of one case is refused by the database. */
export function createOfferStore(client: Queryable): OfferStore {
  return {
    async addOffer(offer) {
      await client.query(
        `insert into offers (id, case_id, to_kind, to_id, status, offered_at, acknowledge_by, answered_at, reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          offer.id,
          offer.caseId,
          offer.to.kind,
          offer.to.id,
          offer.status,
          offer.offeredAt,
          offer.acknowledgeBy,
          offer.answeredAt,
          offer.reason,
        ],
      );
    },
    getOffer: (id) => rowOf(OfferRow, client, 'select * from offers where id = $1', [id]),
    currentOffer: (caseId) =>
      rowOf(OfferRow, client, `select * from offers where case_id = $1 and status = 'offered'`, [caseId]),
    offers: (caseId) =>
      rowsOf(OfferRow, client, 'select * from offers where case_id = $1 order by seq', [caseId]),
    answerOffer: ({ id, status, at, reason }) =>
      rowOf(
        OfferRow,
        client,
        `update offers set status = $2, answered_at = $3, reason = $4
         where id = $1 and status = 'offered' returning *`,
        [id, status, at, reason],
      ),
  };
}
