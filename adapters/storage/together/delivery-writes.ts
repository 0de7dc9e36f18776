import type { DeliveryStore } from '#bot/handoff/stores.ts';
import { createDeliveryStore, holdsUpFor, laneOf } from '../delivery-store.ts';
import type { TakenDelivery } from './fresh-deliveries.ts';
import type { Unit } from './unit.ts';

/** `taken` hears of what the writer means to send itself. */
export function createDeliveryWrites(unit: Unit, taken: (one: TakenDelivery) => void): DeliveryStore {
  // Cards count as shown once they were sent, and nothing is sent before it is committed.
  const plain = createDeliveryStore(unit.reading());
  return {
    ...plain,
    get: (id) => (unit.wrote('delivery') ? unit.giveUp() : plain.get(id)),
    async add(delivery, takenAt) {
      if (takenAt !== undefined) taken({ delivery, takenAt });
      const card = delivery.content.kind === 'card' ? delivery.content.card : null;
      unit.add({
        write: 'delivery',
        ...delivery,
        createdAt: delivery.createdAt.toISOString(),
        takenAt: takenAt?.toISOString() ?? null,
        lane: laneOf(delivery.target),
        cardCaseId: card?.caseId ?? null,
        cardUpn: card?.viewerUpn ?? null,
        holdsUpFor,
      });
    },
  };
}
