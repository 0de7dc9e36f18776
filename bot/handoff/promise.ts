import { addDays, localDate, startOfDate } from '#bot/desk/local-time.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { type Case, isOpen } from './case.ts';
import { viewCase } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import { type ArrivalQuestion, estimateArrival, isHeldUp } from './estimate-arrival.ts';
import { currentPromise, withBrokenPromise, withPromise } from './keep-record.ts';
import { languageOfColleague, refreshCards, tellPerson, tellRequesters } from './outbox.ts';
import { parseLater, parsePromise } from './parse-promise.ts';
import { firstMeeting } from './plan-route.ts';
import type { HandoffStores } from './stores.ts';

/** How long before a promised time it is looked whether it will be kept, at most. */
const longestLead = 15 * 60_000;
/** Whoever is later than this is late. */
const tolerated = 10 * 60_000;
/** After a broken promise and no word, somebody else sees to it. */
const patience = 15 * 60_000;
/** More new times than this are no longer worth telling: somebody should step in. */
const mostSlips = 2;

/** What a technician can be expected at the site, for a case that they take now. Null: nothing can be foreseen. */
export async function foresee(work: Work, item: Case, upn: string): Promise<Date | null> {
  const question = await arrivalOf(work, item, upn);
  return question && estimateArrival(question);
}

/** The same, for somebody who is busy elsewhere; null for whoever may well be on the way. */
async function foreseeHeldUp(work: Work, item: Case, upn: string): Promise<Date | null> {
  const question = await arrivalOf(work, item, upn);
  return question && isHeldUp(question) ? estimateArrival(question) : null;
}

async function arrivalOf(work: Work, item: Case, upn: string): Promise<ArrivalQuestion | null> {
  const { desk } = work.ctx.loaded;
  const technician = desk.technicians.get(upn);
  if (!technician || item.siteId === null) return null;
  const others = await work.stores.cases.assignedTo(upn);
  return { technician, others, item, desk, at: work.ctx.at };
}

/** What was pressed or written as a time: `later:15m`, `tomorrow`, "om 20 min", "10:40". Null: none, or one that is past. */
export function readPromise(said: string, item: Case, upn: string, ctx: HandoffContext): Date | null {
  const { desk } = ctx.loaded;
  if (said.trim() === 'tomorrow') return tomorrow(item, upn, ctx);
  return parseLater(said, item.promisedAt, ctx.at) ?? parsePromise(said, ctx.at, desk.settings.timezone);
}

/** The first time tomorrow, or after it, at which the technician works and the site is open. */
function tomorrow(item: Case, upn: string, { at, loaded }: HandoffContext): Date {
  const { desk } = loaded;
  const { timezone } = desk.settings;
  const day = startOfDate(addDays(localDate(at, timezone), 1), timezone);
  const technician = desk.technicians.get(upn);
  const site = item.siteId === null ? null : (desk.sites.get(item.siteId) ?? null);
  const meeting = technician && firstMeeting(technician, site, desk, day);
  return meeting ?? new Date(day.getTime() + 9 * 3_600_000);
}

/** After a wait the old time may be worth nothing: then a new one is worked out, and the requester hears it. */
export async function promiseAnew(work: Work, item: Case): Promise<Case> {
  const { assignee } = item;
  const needsOne = assignee?.kind === 'technician' && item.onSiteAt === null && currentPromise(item) === null;
  const foreseen = needsOne ? await foresee(work, item, assignee.id) : null;
  if (foreseen === null || assignee === null) return item;
  const promise = { at: foreseen, byUpn: assignee.id, madeAt: work.ctx.at, how: 'estimated' } as const;
  const saved = await changeCase(work, item.id, (current) =>
    currentPromise(current) === null && current.assignee?.id === assignee.id
      ? withPromise(current, promise)
      : null,
  );
  if (saved === null) return item;
  await watchPromiseLater(work, saved);
  await tellRequesters(work, saved, { event: 'promised', at: foreseen.toISOString() });
  return saved;
}

/** Sees to it that the promise is looked at in time. */
export async function watchPromiseLater(work: Work, item: Case): Promise<void> {
  const promise = currentPromise(item);
  if (promise === null) return;
  const lead = Math.min(longestLead, (promise.at.getTime() - promise.madeAt.getTime()) / 2);
  const job = { name: 'watch', data: { caseId: item.id, about: 'promise' } } as const;
  for (const startAfter of [new Date(promise.at.getTime() - lead), promise.at])
    if (startAfter > work.ctx.at) await work.stores.jobs.enqueue(job, { startAfter });
}

/**
 * Looks whether whoever promised to come will make it: a new time is told before the old one has passed; a time that
 * has passed is said to be broken; and when nothing follows, the dispatchers see the case. Does nothing when they are
 * there, it waits, or another look is still to come.
 */
export async function watchPromise(
  stores: HandoffStores,
  ctx: HandoffContext,
  caseId: string,
): Promise<{ readonly deliveryIds: readonly string[] }> {
  const work = startWork(stores, ctx);
  const item = await stores.cases.get(caseId);
  if (item !== null && isUnderWay(item)) await look(work, item, item.assignee.id);
  return { deliveryIds: work.deliveryIds };
}

type UnderWay = Case & { readonly assignee: NonNullable<Case['assignee']> };

function isUnderWay(item: Case): item is UnderWay {
  const isOurs = item.assignee !== null && item.assignee.kind !== 'contractor';
  return isOurs && isOpen(item.state) && item.state !== 'on-hold' && item.onSiteAt === null;
}

async function look(work: Work, item: Case, upn: string): Promise<void> {
  const promise = currentPromise(item);
  const { at } = work.ctx;
  if (promise === null) return lookAfterBroken(work, item);
  if (promise.at <= at) return tellLate(work, item, upn, promise.at);
  const foreseen = await foreseeHeldUp(work, item, upn);
  if (foreseen === null || foreseen.getTime() <= promise.at.getTime() + tolerated) return;
  return tellSlipping(work, item, upn, { promised: promise.at, foreseen });
}

async function tellSlipping(
  work: Work,
  item: Case,
  upn: string,
  { promised, foreseen }: { promised: Date; foreseen: Date },
): Promise<void> {
  const saved = await changeCase(work, item.id, (current) =>
    currentPromise(current)?.at.getTime() === promised.getTime()
      ? withPromise(current, { at: foreseen, byUpn: upn, madeAt: work.ctx.at, how: 'estimated' })
      : null,
  );
  if (saved === null) return;
  await record(work, item.id, 'slipping', upn, { from: promised.toISOString(), to: foreseen.toISOString() });
  await tellRequesters(work, saved, { event: 'slipping', at: foreseen.toISOString() });
  await askForTime(work, saved, upn, { why: 'slipping', promised, told: foreseen });
  await watchPromiseLater(work, saved);
  const slips = (saved.promises ?? []).filter(({ how }) => how === 'estimated').length - 1;
  if (slips > mostSlips) await alertDispatchers(work, saved);
  await refreshCards(work, saved);
}

async function tellLate(work: Work, item: Case, upn: string, promised: Date): Promise<void> {
  const { at } = work.ctx;
  const saved = await changeCase(work, item.id, (current) =>
    isUnderWay(current) && currentPromise(current)?.at.getTime() === promised.getTime()
      ? withBrokenPromise(current, at)
      : null,
  );
  if (saved === null) return;
  await record(work, item.id, 'promise-broken', upn, { promised: promised.toISOString() });
  const foreseen = await foresee(work, saved, upn);
  const told = foreseen !== null && foreseen.getTime() > promised.getTime() + tolerated ? foreseen : null;
  await tellRequesters(work, saved, { event: 'late', at: told?.toISOString() ?? null });
  await askForTime(work, saved, upn, { why: 'late', promised, told });
  const job = { name: 'watch', data: { caseId: item.id, about: 'promise' } } as const;
  await work.stores.jobs.enqueue(job, { startAfter: new Date(at.getTime() + patience) });
  await refreshCards(work, saved);
}

/** The promise was broken a while ago, and no new time was said: the dispatchers are shown the case, once. */
async function lookAfterBroken(work: Work, item: Case): Promise<void> {
  const last = item.promises?.at(-1);
  if (last?.outcome !== 'late' || last.settledAt === null) return;
  const since = work.ctx.at.getTime() - last.settledAt.getTime();
  if (since >= patience) await alertDispatchers(work, item);
}

async function askForTime(
  work: Work,
  item: Case,
  upn: string,
  { why, promised, told }: { why: 'slipping' | 'late'; promised: Date; told: Date | null },
): Promise<void> {
  await tellPerson(work, {
    upn,
    content: {
      kind: 'slip-question',
      case: viewCase(item, work.ctx.loaded.desk, work.ctx.at),
      why,
      promised: promised.toISOString(),
      told: told?.toISOString() ?? null,
      requester: item.packet.requester.name,
    },
    language: languageOfColleague(work, upn),
    caseId: item.id,
  });
}
