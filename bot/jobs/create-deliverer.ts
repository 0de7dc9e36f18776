import { OutsideSystemFailed } from '#bot/errors.ts';
import { startWork } from '#bot/handoff/context.ts';
import { escalate } from '#bot/handoff/escalate.ts';
import { refreshCards } from '#bot/handoff/outbox.ts';
import type { Delivery } from '#bot/handoff/stores.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import { contextNow, type DelivererPorts } from './ports.ts';
import { type Expanded, expandContent, findAddress } from './prepare-delivery.ts';

/** Whoever took a delivery and has not finished it after so long has died. */
const stale = 2 * 60_000;
/** What was written so long ago and not sent: whoever wrote it did not come to it. */
const leftAfter = 10_000;
/** More than a day of trying, with the queue's own pauses: then it is said to be undeliverable. */
const mostAttempts = 60;
const sweepAtOnce = 200;

export type Deliverer = {
  /** Sends one message of the outbox if nobody else is at it. @throws what makes the queue try again later. */
  deliver(id: string): Promise<void>;
  /** Sends in order, right after the commit that wrote them. Never throws: what fails is tried again by its job. */
  deliverAll(ids: readonly string[]): Promise<void>;
  /** Sends what a crash left behind. Call it at the start and then now and again. Never throws. */
  sweep(): Promise<void>;
};

/** The one sender of the outbox. Its claim makes it safe to call from many places and processes at once. */
export function createDeliverer(ports: DelivererPorts): Deliverer {
  const deliver = async (id: string): Promise<void> => {
    const now = ports.now();
    const { deliveries } = ports.storage.stores;
    const claimed = await deliveries.claim(id, now, new Date(now.getTime() - stale));
    if (claimed !== null) await deliverAll(await send(ports, claimed));
  };
  const deliverAll = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) {
      try {
        await deliver(id);
      } catch (error) {
        ports.logger.warn({ deliveryId: id, error: messageOf(error) }, 'A message could not be sent yet.');
      }
    }
  };
  const sweep = async (): Promise<void> => {
    const before = new Date(ports.now().getTime() - leftAfter);
    try {
      await deliverAll(await ports.storage.stores.deliveries.leftBehind(before, sweepAtOnce));
    } catch (error) {
      ports.logger.warn({ error: messageOf(error) }, 'The outbox could not be looked through.');
    }
  };
  return { deliver, deliverAll, sweep };
}

/** @returns ids of further messages that follow from this one. */
async function send(ports: DelivererPorts, delivery: Delivery): Promise<readonly string[]> {
  const { deliveries } = ports.storage.stores;
  try {
    const expanded = await expandContent(ports, delivery);
    if (expanded === null) {
      await deliveries.markUndeliverable(delivery.id, 'what it was about is no more');
      return [];
    }
    const address = await findAddress(ports, delivery);
    if (address === null) return await giveUp(ports, delivery, 'no known way to reach the person');
    return await sendTo(ports, delivery, address, expanded);
  } catch (error) {
    return await onFailure(ports, delivery, error);
  }
}

async function sendTo(
  ports: DelivererPorts,
  delivery: Delivery,
  address: ConversationAddress,
  { envelope, caseVersion }: Expanded,
): Promise<readonly string[]> {
  const { deliveries } = ports.storage.stores;
  const replaced = delivery.replaces === null ? null : await deliveries.get(delivery.replaces);
  const replaces = replaced?.activityId ?? null;
  const sent = await ports.notifier.send({ address, envelope, replaces });
  // A card that was replaced in place keeps its id, also when the channel does not repeat it.
  await deliveries.markSent(delivery.id, { activityId: sent.activityId ?? replaces, at: ports.now() });
  await keepConversation(ports, delivery, address, sent.conversationId);
  return caseVersion === null ? [] : refreshIfOutdated(ports, delivery, caseVersion);
}

/** A chat that was opened for this is remembered for the next time. */
async function keepConversation(
  ports: DelivererPorts,
  { target }: Delivery,
  address: ConversationAddress,
  conversationId: string | undefined,
): Promise<void> {
  if (target.kind !== 'person' || conversationId === undefined) return;
  const { contacts } = ports.storage.stores;
  const known = await contacts.get(target.upn);
  const aadObjectId = (await ports.deskSource.current()).desk.people.get(target.upn)?.aadObjectId ?? null;
  const fresh = { upn: target.upn, aadObjectId, locale: null };
  await contacts.save({ ...fresh, ...known, ...address, conversationId, reachable: true });
}

/** The case may have changed between the making of the card and its arrival, when nobody could refresh it yet. */
async function refreshIfOutdated(
  ports: DelivererPorts,
  { caseId }: Delivery,
  shownVersion: number,
): Promise<readonly string[]> {
  if (caseId === null) return [];
  const item = await ports.storage.stores.cases.get(caseId);
  if (item === null || item.version === shownVersion) return [];
  const ctx = await contextNow(ports);
  return ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    await refreshCards(work, item);
    return work.deliveryIds;
  });
}

async function onFailure(
  ports: DelivererPorts,
  delivery: Delivery,
  error: unknown,
): Promise<readonly string[]> {
  const isFinal = error instanceof OutsideSystemFailed && !error.retryable;
  if (isFinal || delivery.attempts >= mostAttempts) {
    if (isFinal && delivery.replaces === null && delivery.target.kind === 'person') {
      await ports.storage.stores.contacts.markUnreachable(delivery.target.upn);
    }
    return giveUp(ports, delivery, messageOf(error));
  }
  await ports.storage.stores.deliveries.markFailed(delivery.id, messageOf(error));
  throw error;
}

/** Nobody will read it. If it carried an offer, the next one is asked at once. */
async function giveUp(ports: DelivererPorts, delivery: Delivery, why: string): Promise<readonly string[]> {
  const { id, offerId, caseId } = delivery;
  ports.logger.warn({ deliveryId: id, caseId, offerId, error: why }, 'A message cannot be delivered.');
  const ctx = await contextNow(ports);
  return ports.storage.transaction(async (stores) => {
    await stores.deliveries.markUndeliverable(id, why);
    if (offerId === null || caseId === null) return [];
    return (await escalate(stores, ctx, { caseId, offerId, why: 'undeliverable' })).deliveryIds;
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
