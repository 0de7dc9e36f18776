import { OutsideSystemFailed } from '#bot/errors.ts';
import { escalate } from '#bot/handoff/escalate.ts';
import type { Delivery } from '#bot/handoff/stores.ts';
import type { SenderPorts } from './create-deliverer.ts';
import { contextNow, type DelivererPorts } from './ports.ts';

/** More than a day of trying: then it is said to be undeliverable. */
const mostAttempts = 60;
const firstPause = 2_000;
const longestPause = 30 * 60_000;
/** It may be on screen already: sending it again at once would most likely say it twice. */
const pauseWhenUncertain = 30_000;

/** It was not tried: it goes on waiting, and no failure of others is counted as its own. */
export class NotItsTurn extends Error {}

/** @returns ids of further messages that follow from giving up. @throws the error when it is tried again later. */
export async function afterFailure(
  ports: SenderPorts,
  delivery: Delivery,
  error: unknown,
): Promise<readonly string[]> {
  if (error instanceof NotItsTurn) {
    await ports.outcomes.write(() => ports.storage.stores.deliveries.putBack(delivery.id, error.message));
    return [];
  }
  const isFinal = error instanceof OutsideSystemFailed && !error.retryable;
  if (isFinal || delivery.attempts >= mostAttempts) {
    const followed = await ports.outcomes.write(async () => {
      if (isFinal && delivery.replaces === null && delivery.target.kind === 'person')
        await ports.storage.stores.contacts.markUnreachable(delivery.target.upn);
      return giveUp(ports, delivery, messageOf(error));
    });
    return followed ?? [];
  }
  const uncertain = error instanceof OutsideSystemFailed && error.ambiguous;
  if (uncertain) ports.logger.warn({ deliveryId: delivery.id }, 'A message may or may not have arrived.');
  const notBefore = nextTry(delivery, error, ports);
  await ports.outcomes.write(async () => {
    await ports.storage.stores.deliveries.markFailed(delivery.id, messageOf(error), { notBefore, uncertain });
    if (notBefore) ports.putOff(notBefore);
  });
  throw error;
}

/** Null: at the next look. A fault of our own must not hold up what was said after it. */
function nextTry(
  { attempts }: Delivery,
  error: unknown,
  { now, random }: Pick<DelivererPorts, 'now' | 'random'>,
): Date | null {
  if (!(error instanceof OutsideSystemFailed)) return null;
  const pause = Math.min(firstPause * 2 ** (attempts - 1), longestPause) * (1 + random() / 4);
  const wait = Math.max(pause, error.retryAfter ?? 0, error.ambiguous ? pauseWhenUncertain : 0);
  return new Date(now().getTime() + wait);
}

/** Nobody will read it. If it carried an offer, the next one is asked at once. */
export async function giveUp(
  ports: DelivererPorts,
  delivery: Delivery,
  why: string,
): Promise<readonly string[]> {
  const { id, offerId, caseId } = delivery;
  ports.logger.warn({ deliveryId: id, caseId, offerId, error: why }, 'A message cannot be delivered.');
  const ctx = await contextNow(ports);
  return ports.storage.transaction(async (stores) => {
    await stores.deliveries.markUndeliverable(id, why);
    if (offerId === null || caseId === null) return [];
    return (await escalate(stores, ctx, { caseId, offerId, why: 'undeliverable' })).deliveryIds;
  });
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
