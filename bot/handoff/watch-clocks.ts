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

/** How often somebody is reminded of what is overdue; what cannot wait by its own clock. */
const reminderEvery = '1d';

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
  else if (!wasJustTold(item, ctx)) await tellOverdue(work, item, about);
  return { deliveryIds: work.deliveryIds };
}

/** Several looks may fall on one moment, for a clock that was set more than once. */
function wasJustTold({ overdueToldAt }: Case, { at }: HandoffContext): boolean {
  return overdueToldAt !== undefined && at.getTime() - overdueToldAt.getTime() < 20 * 60_000;
}

async function tellOverdue(work: Work, item: Case, about: WatchedClock): Promise<void> {
  const { at, loaded } = work.ctx;
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
  const { settings } = loaded.desk;
  const rule = settings.escalation[item.priority.level];
  const around = rule.aroundTheClock || cannotWait(item);
  const next = around
    ? addServiceTime(at, rule.respondWithin, null, settings)
    : addServiceTime(at, reminderEvery, settings.serviceHours, settings);
  await watchAt(work, item.id, about, next);
}

async function remindHolder(work: Work, item: Case): Promise<void> {
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
