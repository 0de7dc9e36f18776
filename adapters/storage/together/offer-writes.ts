import type { Offer } from '#bot/handoff/case.ts';
import { createOfferStore, type OfferStore } from '../offer-store.ts';
import type { Unit } from './unit.ts';

/** `isNew`: whether the work under way opened that case, and so knows all of its offers. */
export function createOfferWrites(unit: Unit, isNew: (caseId: string) => boolean): OfferStore {
  const plain = createOfferStore(unit.reading('offer', 'answer'));
  const own = new Map<string, Offer>();
  const read = new Map<string, Offer>();
  const ofCase = (caseId: string) => [...own.values()].filter((offer) => offer.caseId === caseId);
  const remember = (offer: Offer | null) => {
    if (offer !== null) read.set(offer.id, offer);
    return offer;
  };
  const getOffer = async (id: string) => own.get(id) ?? read.get(id) ?? remember(await plain.getOffer(id));
  return {
    async addOffer(offer) {
      own.set(offer.id, offer);
      unit.add(rowOfOffer(offer));
    },
    getOffer,
    currentOffer: async (caseId) =>
      isNew(caseId)
        ? (ofCase(caseId).find(({ status }) => status === 'offered') ?? null)
        : remember(await plain.currentOffer(caseId)),
    offers: async (caseId) => (isNew(caseId) ? ofCase(caseId) : plain.offers(caseId)),
    async answerOffer({ id, status, at, reason }) {
      const offer = await getOffer(id);
      if (offer?.status !== 'offered') return null;
      const answered: Offer = { ...offer, status, answeredAt: at, reason };
      own.set(id, answered);
      unit.add({ write: 'answer', id, status, at: at.toISOString(), reason });
      return answered;
    },
  };
}

function rowOfOffer(offer: Offer) {
  return {
    write: 'offer',
    id: offer.id,
    caseId: offer.caseId,
    toKind: offer.to.kind,
    toId: offer.to.id,
    status: offer.status,
    offeredAt: offer.offeredAt.toISOString(),
    acknowledgeBy: offer.acknowledgeBy?.toISOString() ?? null,
    answeredAt: offer.answeredAt?.toISOString() ?? null,
    reason: offer.reason,
  } as const;
}
