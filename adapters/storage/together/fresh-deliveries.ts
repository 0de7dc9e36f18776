import type { Delivery, NewDelivery } from '#bot/handoff/stores.ts';

/** A delivery that is written as taken for sending already, by whoever writes it. */
export type TakenDelivery = { readonly delivery: NewDelivery; readonly takenAt: Date };

/** What this process wrote as taken and nobody began to send yet: taking it needs no question to the database. */
export type FreshDeliveries = {
  /** `isOwn`: false once others may have thought that this process died, and have taken it. */
  keep(taken: TakenDelivery & { readonly isOwn: () => boolean }): void;
  /** Once. Null: not known here. `too late`: the database has to say whose it is. */
  take(id: string, at: Date): Delivery | 'too late' | null;
  /** Ids of what was written before then and nobody came to send. */
  leftBehind(before: Date): string[];
};

/** Milliseconds; far less than the time after which another process takes the sender for dead. */
const ownFor = 30_000;

export function createFreshDeliveries(): FreshDeliveries {
  const kept = new Map<string, TakenDelivery & { readonly isOwn: () => boolean }>();
  return {
    keep(taken) {
      kept.set(taken.delivery.id, taken);
    },
    take(id, at) {
      const taken = kept.get(id);
      kept.delete(id);
      if (taken === undefined) return null;
      const isSoon = at.getTime() - taken.takenAt.getTime() < ownFor;
      return isSoon && taken.isOwn() ? beingSent(taken.delivery) : 'too late';
    },
    leftBehind: (before) =>
      [...kept.values()].filter(({ takenAt }) => takenAt < before).map(({ delivery }) => delivery.id),
  };
}

function beingSent(delivery: NewDelivery): Delivery {
  return {
    ...delivery,
    status: 'sending',
    attempts: 1,
    uncertainSends: 0,
    notBefore: null,
    activityId: null,
    error: null,
    sentAt: null,
  };
}
