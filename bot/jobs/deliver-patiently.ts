import type { Deliverer } from './create-deliverer.ts';

export type PatientDelivery = {
  /** Resolves when all is sent, or after a while though it is not: sending goes on. Never throws. */
  deliver(ids: readonly string[]): Promise<void>;
  /** Resolves when nothing is being sent any more. */
  idle(): Promise<void>;
};

/**
 * Lets a turn wait for its own messages for `patience` milliseconds and no longer: Teams wants its answer, and
 * when it is slow to take messages, that is no reason to be slow in answering it.
 */
export function deliverPatiently(
  { deliverAll }: Pick<Deliverer, 'deliverAll'>,
  patience: number,
): PatientDelivery {
  const underWay = new Set<Promise<void>>();
  return {
    async deliver(ids) {
      if (ids.length === 0) return;
      const sending = deliverAll(ids).finally(() => underWay.delete(sending));
      underWay.add(sending);
      const { promise: enough, resolve } = Promise.withResolvers<void>();
      const timer = setTimeout(resolve, patience);
      await Promise.race([sending, enough]);
      clearTimeout(timer);
    },
    async idle() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}
