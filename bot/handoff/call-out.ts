import type { Desk } from '#bot/desk/desk.ts';
import { isOnDuty } from '#bot/desk/duty.ts';
import { isOpen as isServiceTime } from '#bot/desk/service-hours.ts';
import { alertText } from '#bot/i18n/alert.ts';
import type { AlertCall } from './alert.ts';
import { type Case, isOpen, type Offer } from './case.ts';
import { cannotWait } from './case-views.ts';
import { record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import { languageOfColleague } from './outbox.ts';
import type { HandoffStores, JobRequest } from './stores.ts';

type AlertJob = Extract<JobRequest, { name: 'alert' }>['data'];

/**
 * Who is asked about what cannot wait is called out: at once when they are not at work, and once more (for
 * those at work the first time) when half the time for their answer has passed. Written with the offer.
 */
export async function queueAlerts({ stores, ctx }: Work, item: Case, offer: Offer): Promise<void> {
  if (!cannotWait(item)) return;
  const data = { caseId: item.id, offerId: offer.id };
  if (!isAtWork(offer, ctx.loaded.desk, ctx.at)) {
    await stores.jobs.enqueue({ name: 'alert', data: { ...data, why: 'off-duty' } });
  }
  const startAfter = halfTimeOf(offer);
  if (startAfter === null) return;
  await stores.jobs.enqueue({ name: 'alert', data: { ...data, why: 'unanswered' } }, { startAfter });
}

/** A dispatcher has no duty of their own: the desk's service hours say when one looks at Teams. */
function isAtWork({ to }: Offer, { technicians, settings }: Desk, at: Date): boolean {
  const technician = technicians.get(to.id);
  return technician ? isOnDuty(technician, at, settings) : isServiceTime(settings.serviceHours, at, settings);
}

function halfTimeOf({ offeredAt, acknowledgeBy }: Offer): Date | null {
  return acknowledgeBy && new Date((offeredAt.getTime() + acknowledgeBy.getTime()) / 2);
}

/** A call as it is made now; `phone` null when the desk knows no number. */
export type DueAlert = Omit<AlertCall, 'phone'> & { readonly phone: string | null; readonly to: string };

/** What is to be called out now, or null: it was answered, is over, or this call was made already. */
export async function dueAlert(
  { cases }: HandoffStores,
  ctx: HandoffContext,
  { caseId, offerId, why }: AlertJob,
): Promise<DueAlert | null> {
  const offer = await cases.getOffer(offerId);
  const item = await cases.get(caseId);
  if (offer?.status !== 'offered' || item === null || !isOpen(item.state) || !cannotWait(item)) return null;
  const key = `${offerId}.${why}`;
  const done = (await cases.events(caseId)).some(({ kind, data }) => isAlertEvent(kind) && data.key === key);
  if (done) return null;
  const { desk } = ctx.loaded;
  const level = item.priority.hazard ? 'hazard' : 'critical';
  const site = item.siteId === null ? null : (desk.sites.get(item.siteId)?.name ?? null);
  return {
    to: offer.to.id,
    phone: desk.people.get(offer.to.id)?.phone ?? null,
    text: alertText(languageOfColleague({ ctx }, offer.to.id), { number: item.number, site, level }),
    caseNumber: item.number,
    level,
    key,
    at: why === 'off-duty' ? offer.offeredAt : (halfTimeOf(offer) ?? offer.offeredAt),
  };
}

function isAlertEvent(kind: string): boolean {
  return kind === 'alerted' || kind === 'alert-failed';
}

/** The case's history: who was called out, or why they could not be. `failure` null: the call was taken. */
export async function recordAlert(
  stores: HandoffStores,
  ctx: HandoffContext,
  { caseId, due, failure }: { caseId: string; due: DueAlert; failure: 'no-phone' | 'refused' | null },
): Promise<void> {
  const kind = failure === null ? 'alerted' : 'alert-failed';
  const data = { to: due.to, key: due.key, level: due.level, ...(failure === null ? {} : { failure }) };
  await record(startWork(stores, ctx), caseId, kind, 'vaktis', data);
}
