import { nextDuty } from '#bot/desk/duty.ts';
import { addServiceTime } from '#bot/desk/service-hours.ts';
import { queueAlerts } from './call-out.ts';
import { type Assignee, type Case, isOpen } from './case.ts';
import { cannotWait } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import type { HandoffContext, Work } from './context.ts';
import { sendCard } from './outbox.ts';

/** Gives an open case to nobody yet; one that is over stays as it is. */
function handOver(work: Work, caseId: string, to: Assignee): Promise<Case | null> {
  return changeCase(work, caseId, (current) => (isOpen(current.state) ? unassigned(current, to) : null));
}

/** Nobody has it any more: as it is before it is offered, or while it waits. */
export function unassigned(item: Case, offeredTo: Assignee | null): Case {
  const fresh = { assignee: null, promisedAt: null, onSiteAt: null, holdReason: null } as const;
  return { ...item, ...fresh, state: 'new', offeredTo };
}

/** When the escalation goes on if nobody answers: by the desk's rule for this priority. */
export function acknowledgeBy(item: Pick<Case, 'priority'>, ctx: HandoffContext): Date {
  const { settings } = ctx.loaded.desk;
  const rule = settings.escalation[item.priority.level];
  // A hazard is put on a person at once, whatever its priority and the hour.
  const hours = rule.aroundTheClock || cannotWait(item) ? null : settings.serviceHours;
  return addServiceTime(ctx.at, rule.acknowledgeWithin, hours, settings);
}

/** Asks one technician or dispatcher now: the card, and the clock for the answer. The case has no other open offer. */
export async function offerTo(work: Work, caseId: string, to: Assignee): Promise<Case | null> {
  const { stores, ctx } = work;
  const item = await handOver(work, caseId, to);
  if (item === null) return null;
  const offer = {
    id: ctx.newId(),
    caseId,
    to,
    status: 'offered',
    offeredAt: ctx.at,
    acknowledgeBy: acknowledgeBy(item, ctx),
    answeredAt: null,
    reason: null,
  } as const;
  await stores.cases.addOffer(offer);
  await record(work, caseId, 'offered', 'vaktis', { to: to.id, offerId: offer.id });
  await sendCard(work, item, to.id, offer.id);
  await stores.jobs.enqueue(
    { name: 'escalate', data: { caseId, offerId: offer.id } },
    { startAfter: offer.acknowledgeBy },
  );
  await queueAlerts(work, item, offer);
  return item;
}

/** The case waits for a technician's next duty; it is offered when that begins. */
export async function offerAt(work: Work, caseId: string, upn: string, at: Date): Promise<Case | null> {
  const item = await handOver(work, caseId, { kind: 'technician', id: upn });
  if (item === null) return null;
  await work.stores.jobs.enqueue({ name: 'offer', data: { caseId, upn } }, { startAfter: at });
  return item;
}

/** Asks a named technician: now when they are at work or it cannot wait, else when their next duty begins. */
export async function offerOrWait(work: Work, item: Case, upn: string): Promise<Case | null> {
  const { desk } = work.ctx.loaded;
  const technician = desk.technicians.get(upn);
  const readyAt = technician && nextDuty(technician, work.ctx.at, desk.settings);
  const isReady = cannotWait(item) || !readyAt || readyAt <= work.ctx.at;
  return isReady
    ? offerTo(work, item.id, { kind: 'technician', id: upn })
    : offerAt(work, item.id, upn, readyAt);
}

/** The case goes to a contractor; the sending itself is a job, for their system can be away. */
export async function giveToContractor(
  work: Work,
  caseId: string,
  contractorId: string,
): Promise<Case | null> {
  const to: Assignee = { kind: 'contractor', id: contractorId };
  const item = await handOver(work, caseId, to);
  if (item === null) return null;
  await work.stores.jobs.enqueue({ name: 'send-to-contractor', data: { caseId } });
  return item;
}
