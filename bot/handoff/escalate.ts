import type { EscalationStep } from '#bot/desk/desk-settings.ts';
import { nextDuty } from '#bot/desk/duty.ts';
import { type Assignee, type Case, isOpen } from './case.ts';
import { changeCase, record } from './change-case.ts';
import { questionFor } from './choose-for-case.ts';
import { dispatchersOf, type HandoffContext, startWork, type Work } from './context.ts';
import { type EscalationFacts, nextParty } from './next-party.ts';
import { giveToContractor, offerAt, offerTo, unassigned } from './offer.ts';
import { refreshCards, tellRequesters } from './outbox.ts';
import type { HandoffStores } from './stores.ts';

/** Why somebody else is asked now; also what the requester is told. */
export type PassReason = 'declined' | 'not-acknowledged' | 'undeliverable' | 'passed-on';

/**
 * An offer came to nothing: nobody answered in time, or its card could not be delivered. Asks the next by the
 * desk's escalation and tells the requester who that is. Does nothing when the offer was answered meanwhile,
 * or when its time is not up.
 */
export async function escalate(
  stores: HandoffStores,
  ctx: HandoffContext,
  input: { caseId: string; offerId: string; why: 'not-acknowledged' | 'undeliverable' },
): Promise<{ readonly case: Case | null; readonly deliveryIds: readonly string[] }> {
  const work = startWork(stores, ctx);
  const offer = await stores.cases.getOffer(input.offerId);
  const nothing = { case: null, deliveryIds: [] };
  if (offer === null || offer.status !== 'offered') return nothing;
  if (input.why === 'not-acknowledged' && offer.acknowledgeBy !== null && offer.acknowledgeBy > ctx.at) {
    const job = { name: 'escalate', data: { caseId: offer.caseId, offerId: offer.id } } as const;
    await stores.jobs.enqueue(job, { startAfter: offer.acknowledgeBy });
    return nothing;
  }
  const status = input.why === 'undeliverable' ? 'undeliverable' : 'expired';
  const answered = await stores.cases.answerOffer({ id: offer.id, status, at: ctx.at, reason: null });
  const item = answered && (await stores.cases.get(offer.caseId));
  if (answered === null || item === null || !isOpen(item.state)) return nothing;
  await record(work, item.id, input.why, answered.to.id, { offerId: offer.id });
  const passed = await passToNext(work, item, input.why);
  return { case: passed, deliveryIds: work.deliveryIds };
}

/**
 * Asks the next one by the desk's escalation. The case has no open offer now. `why` is told to the requester;
 * null when they will be told who has it in another way.
 */
export async function passToNext(
  work: Work,
  item: Case,
  why: PassReason | null,
  steps: readonly EscalationStep[] = work.ctx.loaded.desk.settings.escalation[item.priority.level].then,
): Promise<Case | null> {
  const facts = await gatherFacts(work, item);
  const next = nextParty(facts, steps);
  await record(work, item.id, 'escalated', 'vaktis', { to: next?.id ?? null, why });
  const passed = next === null ? await waitForSomebody(work, item, facts) : await handTo(work, item, next);
  if (passed === null) return null;
  // A contractor is told of when their system has taken it, with their reference.
  if (why !== null && next?.kind !== 'contractor') {
    await tellRequesters(work, passed, { event: 'reassigned', reason: why });
  }
  await refreshCards(work, passed);
  return passed;
}

function handTo(work: Work, item: Case, next: Assignee): Promise<Case | null> {
  return next.kind === 'contractor' ? giveToContractor(work, item.id, next.id) : offerTo(work, item.id, next);
}

/** Nobody is left to ask: it stays with the first choice's next duty, so that it keeps an owner and a clock. */
async function waitForSomebody(work: Work, item: Case, facts: EscalationFacts): Promise<Case | null> {
  const { desk } = work.ctx.loaded;
  const technician = facts.first === null ? undefined : desk.technicians.get(facts.first);
  const readyAt = technician && nextDuty(technician, later(work.ctx.at), desk.settings);
  if (technician && readyAt) return offerAt(work, item.id, technician.upn, readyAt);
  return changeCase(work, item.id, (current) => unassigned(current, null));
}

/** Asking the same people again at once would go round in circles. */
function later(at: Date): Date {
  return new Date(at.getTime() + 30 * 60_000);
}

async function gatherFacts(work: Work, item: Case): Promise<EscalationFacts> {
  const { cases, contacts } = work.stores;
  const offers = await cases.offers(item.id);
  const events = await cases.events(item.id);
  const contractors = events.filter(
    ({ kind }) => kind === 'sent-to-contractor' || kind === 'contractor-failed',
  );
  const tried = [...offers.map(({ to }) => to.id), ...contractors.map(({ data }) => String(data.contractor))];
  const { desk } = work.ctx.loaded;
  const candidates = [...desk.technicians.keys(), ...dispatchersOf(work.ctx).map(({ upn }) => upn)];
  const unreachable = new Set<string>();
  // Somebody who never wrote may still be reached by a first contact.
  for (const upn of candidates) if ((await contacts.get(upn))?.reachable === false) unreachable.add(upn);
  return {
    ctx: work.ctx,
    question: await questionFor(work, item, tried),
    first: offers.find(({ to }) => to.kind === 'technician')?.to.id ?? item.offeredTo?.id ?? null,
    tried,
    isReachable: (upn) => !unreachable.has(upn),
  };
}
