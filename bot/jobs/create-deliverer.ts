import { OutsideSystemFailed } from '#bot/errors.ts';
import { startWork } from '#bot/handoff/context.ts';
import { forCompany } from '#bot/handoff/for-company.ts';
import { refreshCards } from '#bot/handoff/outbox.ts';
import type { Delivery, DeliveryBasis } from '#bot/handoff/stores.ts';
import { createLanes } from '#bot/lanes.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { afterFailure, giveUp, messageOf, NotItsTurn } from './after-failure.ts';
import { isSuperseded } from './is-superseded.ts';
import { createOutcomes, type Outcomes } from './keep-outcomes.ts';
import { contextNow, type DelivererPorts } from './ports.ts';
import { type Expanded, expandContent, findAddress } from './prepare-delivery.ts';

/** Whoever took a delivery and has not finished it after so long has died. */
const stale = 3 * 60_000;
/** With the longest send after it still well under that. */
const longestInLine = 60_000;
/** What was written so long ago and not sent: whoever wrote it did not come to it. */
const leftAfter = 10_000;
const sweepAtOnce = 200;
/** What was found out so short a time ago still holds; a card that was overtaken all the same is replaced. */
const soon = 1_000;

export type Deliverer = {
  /** Sends one message of the outbox if nobody else is at it. @throws what makes the queue try again later. */
  deliver(id: string): Promise<void>;
  /**
   * Sends right after the commit that wrote them: to each chat in order, to several side by side. Never throws:
   * what fails is tried again by its job or the sweep.
   */
  deliverAll(ids: readonly string[]): Promise<void>;
  /** Sends what a crash left behind. Call it at the start and then now and again. Never throws. */
  sweep(): Promise<void>;
  /**
   * The same, but only when something that failed here is due. Writes down what the database could not take before.
   * Costs nothing when there is neither: call it often.
   */
  sweepWhenDue(): Promise<void>;
};

/** The one sender of the outbox. Its claim makes it safe to call from many places and processes at once. */
export function createDeliverer(given: DelivererPorts): Deliverer {
  const lanes = createLanes();
  let due: Date[] = [];
  const outcomes = createOutcomes(given.logger);
  const ports: SenderPorts = { ...given, outcomes, putOff: (until) => void due.push(until) };
  const begin = async (id: string): Promise<Begun | null> => {
    const now = ports.now();
    const { deliveries } = ports.storage.stores;
    const isOwn = deliveries.hold?.() ?? alone;
    const claimed = await deliveries.claim(id, now, new Date(now.getTime() - stale));
    if (claimed === null) return null;
    const found = findOut(ports, claimed);
    const lane = await found.then(
      ({ address }) => laneOf(address),
      () => id,
    );
    const sending = lanes.run(lane, async (failedBefore) => {
      assertItsTurn(ports, { since: now, isOwn }, failedBefore);
      const waited = ports.now().getTime() - now.getTime();
      return send(ports, claimed, await (waited > soon ? findOut(ports, claimed) : found));
    });
    return { sent: sending.catch((error) => afterFailure(ports, claimed, error)).then(deliverAll) };
  };
  const deliverAll = async (ids: readonly string[]): Promise<void> => {
    const begun: Promise<void>[] = [];
    const complain = (id: string) => (error: unknown) =>
      ports.logger.warn({ deliveryId: id, error: messageOf(error) }, 'A message could not be sent yet.');
    for (const id of ids) {
      const one = await begin(id).catch(complain(id));
      if (one) begun.push(one.sent.catch(complain(id)));
    }
    await Promise.all(begun);
  };
  const deliver = async (id: string): Promise<void> => (await begin(id))?.sent;
  const sweep = async (): Promise<void> => {
    // What was sent and not written down yet must not be found half sent.
    if (!(await outcomes.writeKept())) return;
    const now = ports.now();
    const before = new Date(now.getTime() - leftAfter);
    due = due.filter((at) => at > now);
    try {
      const ids = await ports.storage.stores.deliveries.leftBehind(before, sweepAtOnce, now);
      if (ids.length >= sweepAtOnce) ports.putOff(now);
      await deliverAll(ids);
    } catch (error) {
      ports.logger.warn({ error: messageOf(error) }, 'The outbox could not be looked through.');
    }
  };
  const sweepWhenDue = async (): Promise<void> => {
    await outcomes.writeKept();
    const now = ports.now();
    if (due.some((at) => at <= now)) await sweep();
  };
  return { deliver, deliverAll, sweep, sweepWhenDue };
}

export type SenderPorts = DelivererPorts & {
  readonly outcomes: Outcomes;
  /** Hears when something that failed is due again. */
  readonly putOff: (until: Date) => void;
};

type FoundOut = { readonly basis: DeliveryBasis; readonly address: ConversationAddress | null };

async function findOut(ports: DelivererPorts, delivery: Delivery): Promise<FoundOut> {
  const basis = await ports.storage.stores.deliveries.readBasis(delivery);
  return { basis, address: await findAddress(ports, delivery, basis) };
}

const alone = () => true;

/** Claimed, and on its way or waiting in its line. In an object: a promise of a promise would be waited for. */
type Begun = { readonly sent: Promise<void> };

/** One chat, one line, however the delivery names it. */
function laneOf(address: ConversationAddress | null): string {
  return address === null ? '' : address.conversationId || address.userId;
}

/**
 * What was said after a message that Teams did not take waits behind it; and what stood in line for long goes
 * back to the outbox, before somebody else thinks that its sender died.
 */
function assertItsTurn(
  { now }: DelivererPorts,
  { since, isOwn }: { readonly since: Date; readonly isOwn: () => boolean },
  failedBefore: unknown,
): void {
  const isHeldUp = failedBefore instanceof OutsideSystemFailed && failedBefore.retryable;
  if (isHeldUp || failedBefore instanceof NotItsTurn)
    throw new NotItsTurn('an earlier message to the same chat waits');
  if (!isOwn() || now().getTime() - since.getTime() > longestInLine)
    throw new NotItsTurn('its turn did not come in time');
}

/** @returns ids of further messages that follow from this one. */
async function send(
  ports: SenderPorts,
  delivery: Delivery,
  { basis, address }: FoundOut,
): Promise<readonly string[]> {
  const expanded = await expandContent(ports, delivery, basis);
  if (expanded === null) {
    await ports.storage.stores.deliveries.markUndeliverable(delivery.id, 'what it was about is no more');
    return [];
  }
  if (delivery.uncertainSends > 0 && !(await mayBeRepeated(ports, delivery))) return [];
  if (address === null) return giveUp(ports, delivery, 'no known way to reach the person');
  const envelope = envelopeFor(address, expanded.envelope);
  if (envelope === null) return giveUp(ports, delivery, 'not for others to read');
  return sendTo(ports, delivery, { address, replaces: basis.replacedActivityId }, { ...expanded, envelope });
}

function envelopeFor({ conversationType }: ConversationAddress, envelope: Envelope): Envelope | null {
  const content = conversationType === 'personal' ? envelope.content : forCompany(envelope.content);
  return content && { ...envelope, content };
}

/** What may be on screen already is sent again, and counted; not when something newer has taken its place. */
async function mayBeRepeated(ports: DelivererPorts, delivery: Delivery): Promise<boolean> {
  const { id, uncertainSends } = delivery;
  const superseded = await isSuperseded(ports, delivery);
  if (superseded) await ports.storage.stores.deliveries.markUndeliverable(id, 'superseded, may have arrived');
  else
    ports.logger.warn({ deliveryId: id, uncertainSends }, 'A message is sent that may have arrived before.');
  return !superseded;
}

async function sendTo(
  ports: SenderPorts,
  delivery: Delivery,
  { address, replaces }: { address: ConversationAddress; replaces: string | null },
  { envelope, caseVersion }: Expanded,
): Promise<readonly string[]> {
  const { deliveries } = ports.storage.stores;
  const sent = await ports.notifier.send({ address, envelope, replaces });
  // A card that was replaced in place keeps its id, also when the channel does not repeat it.
  const activityId = sent.activityId ?? replaces;
  const at = ports.now();
  // From here on nothing may say that it was not sent.
  const follow = await ports.outcomes.write(async () => {
    const versionNow = await deliveries.markSent(delivery.id, { activityId, at });
    await keepConversation(ports, delivery, address, sent.conversationId);
    return caseVersion === null || caseVersion === versionNow ? [] : refreshOutdated(ports, delivery);
  });
  return follow ?? [];
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
async function refreshOutdated(ports: DelivererPorts, { caseId }: Delivery): Promise<readonly string[]> {
  const item = caseId === null ? null : await ports.storage.stores.cases.get(caseId);
  if (item === null) return [];
  const ctx = await contextNow(ports);
  return ports.storage.transaction(async (stores) => {
    const work = startWork(stores, ctx);
    await refreshCards(work, item);
    return work.deliveryIds;
  });
}
