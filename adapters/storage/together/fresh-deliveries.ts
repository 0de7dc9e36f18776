import type { Delivery, NewDelivery } from '#bot/handoff/stores.ts';

/** A delivery that is written as taken for sending already, by whoever writes it. */
export type TakenDelivery = { readonly delivery: NewDelivery; readonly takenAt: Date };

/** What this process wrote as taken and nobody began to send yet: taking it needs no question to the database. */
export type FreshDeliveries = {
  keep(taken: TakenDelivery): void;
  /** Null: not known here, or written so long ago that the database has to say whose it is. */
  take(id: string, at: Date): Delivery | null;
  /** Ids of what was written before then and nobody came to send. */
  leftBehind(before: Date): string[];
};

/** Milliseconds; far less than the time after which another process takes the sender for dead. */
const ownFor = 30_000;

export function createFreshDeliveries(): FreshDeliveries {
  const kept = new Map<string, TakenDelivery>();
  return {
    keep(taken) {
      kept.set(taken.delivery.id, taken);
    },
    take(id, at) {
      const taken = kept.get(id);
      kept.delete(id);
      const isOwn = taken !== undefined && at.getTime() - taken.takenAt.getTime() < ownFor;
      return isOwn ? beingSent(taken.delivery) : null;
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
