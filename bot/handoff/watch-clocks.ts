import { addServiceTime } from '#bot/desk/service-hours.ts';
import { alertDispatchers } from './alert-dispatchers.ts';
import { type Case, type CaseEventKind, isOpen } from './case.ts';
import { cannotWait, viewCase } from './case-views.ts';
import { changeCase, record } from './change-case.ts';
import { type Clock, contractorClockOf, slaOf } from './clocks.ts';
import { type HandoffContext, startWork, type Work } from './context.ts';
import { languageOfColleague, tellPerson, tellRequesters } from './outbox.ts';
import type { HandoffStores } from './stores.ts';

export type WatchedClock = 'response' | 'contractor';

/** How often somebody is reminded of what is overdue. */
const reminderEvery = '1d';
/** What cannot wait, day and night: often enough, and not so often that it is no longer read. */
const urgentReminderEvery = '2h';

/** Sees to it that a case's running clocks are looked at when they run out. After a wait they are set anew. */
export async function watchClocksLater(work: Work, item: Case): Promise<void> {
  for (const about of ['response', 'contractor'] as const) {
    const clock = clockOf(work.ctx, item, about);
    if (clock?.state === 'running') await watchAt(work, item.id, about, clock.dueAt);
  }
}

/**
 * A clock may have run out: whoever has the case, the requester and the dispatchers are told, and told again until
 * something happens. Does nothing when somebody responded, it waits, or the case is over.
 */
export async function watchClock(
  stores: HandoffStores,
  ctx: HandoffContext,
  { caseId, about }: { caseId: string; about: WatchedClock },
): Promise<{ readonly deliveryIds: readonly string[] }> {
  const work = startWork(stores, ctx);
  const item = await stores.cases.get(caseId);
  const clock = item && clockOf(ctx, item, about);
  if (item === null || clock?.state !== 'running' || !isOpen(item.state)) return { deliveryIds: [] };
  if (clock.dueAt > ctx.at) await watchAt(work, caseId, about, clock.dueAt);
  else if (!wasTold(item, about, ctx)) await tellOverdue(work, item, about);
  return { deliveryIds: work.deliveryIds };
}

/** A clock may have been set more than once, but one look at a time goes on reminding. */
function wasTold(item: Case, about: WatchedClock, ctx: HandoffContext): boolean {
  const { overdueToldAt } = item;
  return overdueToldAt !== undefined && ctx.at < nextReminder(item, about, overdueToldAt, ctx);
}

/** What cannot wait by its own clock, a contractor in their hours, everything else once a service day. */
function nextReminder(item: Case, about: WatchedClock, toldAt: Date, { loaded }: HandoffContext): Date {
  const { settings } = loaded.desk;
  const rule = settings.escalation[item.priority.level];
  const around = about === 'response' && (rule.aroundTheClock || cannotWait(item));
  return around
    ? addServiceTime(toldAt, urgentReminderEvery, null, settings)
    : addServiceTime(toldAt, reminderEvery, settings.serviceHours, settings);
}

async function tellOverdue(work: Work, item: Case, about: WatchedClock): Promise<void> {
  const { at } = work.ctx;
  const isFirst = item.overdueToldAt === undefined;
  const saved = await changeCase(work, item.id, (current) => ({ ...current, overdueToldAt: at }));
  if (saved === null) return;
  const kinds = { response: 'response-overdue', contractor: 'contractor-overdue' } as const satisfies Record<
    WatchedClock,
    CaseEventKind
  >;
  await record(work, item.id, kinds[about], 'vaktis');
  if (isFirst) await tellRequesters(work, saved, { event: 'overdue' });
  await remindHolder(work, saved);
  await alertDispatchers(work, saved);
  await watchAt(work, item.id, about, nextReminder(item, about, at, work.ctx));
}

/** To whoever has a case that has stood still for too long. */
export async function remindHolder(work: Work, item: Case): Promise<void> {
  const { assignee } = item;
  if (assignee === null || assignee.kind === 'contractor') return;
  await tellPerson(work, {
    upn: assignee.id,
    content: { kind: 'overdue', case: viewCase(item, work.ctx.loaded.desk, work.ctx.at) },
    language: languageOfColleague(work, assignee.id),
    caseId: item.id,
  });
}

function clockOf({ loaded, at }: HandoffContext, item: Case, about: WatchedClock): Clock | null {
  const { settings } = loaded.desk;
  return about === 'response' ? slaOf(item, settings, at) : contractorClockOf(item, settings, at);
}

async function watchAt(work: Work, caseId: string, about: WatchedClock, startAfter: Date): Promise<void> {
  await work.stores.jobs.enqueue({ name: 'watch', data: { caseId, about } }, { startAfter });
}
