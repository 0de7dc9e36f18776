import { addServiceTime } from '#bot/desk/service-hours.ts';
import type { Case, HoldReason } from './case.ts';
import { record } from './change-case.ts';
import type { Work } from './context.ts';
import { currentPromise, withPromise } from './keep-record.ts';
import { tellRequesters } from './outbox.ts';
import { createCaseAction, given, isOver } from './press.ts';
import { promiseAnew, readPromise, watchPromiseLater } from './promise.ts';
import { watchClocksLater } from './watch-clocks.ts';

/** A resolved case that nobody spoke about closes itself after so long, in the desk's service days. */
export const closesAfter = '3d';
/** "In 20 minutes", pressed twice, is one promise. */
const samePromise = 60_000;

/** Says when they come: an instant, or "om 20 min". */
export const promise = createCaseAction({
  change(current, press, ctx) {
    if (isOver(current)) return 'gone';
    const said = given(press.value) ?? given(press.text);
    const byUpn = press.actor.upn;
    const at = said === null ? null : readPromise(said, current, byUpn, ctx);
    if (at === null) return 'missing-input';
    if (currentPromise(current) !== null && isSameMoment(current.promisedAt, at)) return 'already-done';
    return withPromise(atWork(current), { at, byUpn, madeAt: ctx.at, how: 'said' });
  },
  async after(work, saved, { actor }) {
    const at = saved.promisedAt?.toISOString() ?? work.ctx.at.toISOString();
    await record(work, saved.id, 'promised', actor.upn, { at });
    await watchPromiseLater(work, saved);
    await tellRequesters(work, saved, { event: 'promised', at });
  },
});

function isSameMoment(known: Date | null, wanted: Date): boolean {
  return known !== null && Math.abs(known.getTime() - wanted.getTime()) < samePromise;
}

/** Is there now. */
export const onSite = createCaseAction({
  change(current, _press, { at }) {
    if (isOver(current)) return 'gone';
    return current.onSiteAt === null ? atWork({ ...current, onSiteAt: at }) : 'already-done';
  },
  async after(work, saved, { actor }) {
    await record(work, saved.id, 'on-site', actor.upn);
    await tellRequesters(work, saved, { event: 'on-site' });
  },
});

/** Done, with a note of what was done; the requester is asked whether it works. */
export const resolve = createCaseAction({
  change(current, press, { at }) {
    if (current.state === 'resolved') return 'already-done';
    if (isOver(current)) return 'gone';
    const resolution = given(press.text);
    if (resolution === null) return 'missing-input';
    const fresh = { state: 'resolved', holdReason: null, offeredTo: null, resolvedAt: at } as const;
    return { ...current, ...fresh, resolution };
  },
  async after(work, saved, { actor }) {
    await withdrawOffer(work, saved.id);
    await record(work, saved.id, 'resolved', actor.upn, { resolution: saved.resolution });
    await tellRequesters(work, saved, { event: 'resolved', resolution: saved.resolution });
    await closeLater(work, saved.id);
  },
});

/** The job that closes a resolved case of which nothing more is heard. */
export async function closeLater(work: Work, caseId: string): Promise<void> {
  const { settings } = work.ctx.loaded.desk;
  const startAfter = addServiceTime(work.ctx.at, closesAfter, settings.serviceHours, settings);
  await work.stores.jobs.enqueue({ name: 'close', data: { caseId } }, { startAfter });
}

/** Whoever was asked need not answer any more. */
export async function withdrawOffer(work: Work, caseId: string): Promise<void> {
  const offer = await work.stores.cases.currentOffer(caseId);
  if (offer === null) return;
  await work.stores.cases.answerOffer({ id: offer.id, status: 'withdrawn', at: work.ctx.at, reason: null });
}

const holdReasons: readonly HoldReason[] = [
  'awaiting-requester',
  'awaiting-contractor',
  'awaiting-part',
  'awaiting-access',
];

/** Waits for something, named in `value`. */
export const hold = createCaseAction({
  change(current, press) {
    if (isOver(current)) return 'gone';
    const holdReason = holdReasons.find((reason) => reason === press.value);
    if (holdReason === undefined) return 'missing-input';
    if (current.state === 'on-hold' && current.holdReason === holdReason) return 'already-done';
    return { ...current, state: 'on-hold', holdReason };
  },
  async after(work, saved, { actor, text }) {
    const reason = saved.holdReason ?? 'awaiting-requester';
    await record(work, saved.id, 'on-hold', actor.upn, { reason, text: given(text) });
    await tellRequesters(work, saved, { event: 'on-hold', reason });
  },
});

/** Goes on after a wait. */
export const resume = createCaseAction({
  change(current) {
    if (isOver(current)) return 'gone';
    return current.state === 'on-hold' ? atWork(current) : 'already-done';
  },
  async after(work, saved, { actor }) {
    await record(work, saved.id, 'resumed', actor.upn);
    return goOn(work, saved);
  },
});

/** After a wait: the clocks that it stopped run again, and the requester hears when somebody comes. */
export async function goOn(work: Work, item: Case): Promise<Case> {
  await watchClocksLater(work, item);
  return promiseAnew(work, item);
}

/** Whoever acts on a case that has an owner is working on it; one that is only offered stays as it is. */
function atWork(item: Case): Case {
  return item.assignee === null ? item : { ...item, state: 'in-progress', holdReason: null };
}
