import type { DeskSettings, DurationText } from '#bot/desk/desk-settings.ts';
import {
  addServiceMilliseconds,
  addServiceTime,
  type Hours,
  serviceTimeBetween,
} from '#bot/desk/service-hours.ts';
import type { Case, Offer } from './case.ts';
import { cannotWait } from './case-views.ts';
import { type ClockKind, stopsClock } from './clock-stops.ts';
import { contractorTime } from './contractor-time.ts';

export type { ClockKind } from './clock-stops.ts';

/*
 * Three clocks that are never mixed up. `sla`: what we owe the requester, from the report until somebody responds.
 * `ola`: what the house owes itself, from the question to a technician until the answer. `contractor`: their promise,
 * from when they took it until it is solved, in their hours.
 */
export type Clock = {
  readonly kind: ClockKind;
  readonly startedAt: Date;
  /** With the waits so far; while it is paused it moves on. */
  readonly dueAt: Date;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly overdue: boolean;
};

/** Every clock of a case that has one, as of an instant. `offer` is the case's open offer. */
export function clocksOf(item: Case, offer: Offer | null, settings: DeskSettings, at: Date): Clock[] {
  return [slaOf(item, settings, at), olaOf(item, offer, at), contractorClockOf(item, settings, at)].filter(
    (clock) => clock !== null,
  );
}

export function slaOf(item: Case, settings: DeskSettings, at: Date): Clock {
  const rule = settings.escalation[item.priority.level];
  const hours = rule.aroundTheClock || cannotWait(item) ? null : settings.serviceHours;
  const startedAt = item.reopenedAt ?? item.createdAt;
  const stoppedAt = item.respondedAt ?? (isEnded(item) ? item.updatedAt : null);
  return clock({ kind: 'sla', item, startedAt, within: rule.respondWithin, hours, stoppedAt, settings, at });
}

/** It stands still between "solved" and a reopening, and goes on from where it stood. */
export function contractorClockOf(item: Case, settings: DeskSettings, at: Date): Clock | null {
  const { assignee } = item;
  if (assignee?.kind !== 'contractor') return null;
  const contractor = settings.contractors.find(({ id }) => id === assignee.id);
  const within = contractor?.promise[item.priority.level];
  if (!contractor || within === undefined) return null;
  const time = contractorTime(item, contractor, within, { settings, at });
  if (time === null || time.promised === null || time.dueAt === null) return null;
  const { from: startedAt, dueAt, waited, promised } = time;
  if (isEnded(item))
    return { kind: 'contractor', startedAt, dueAt, state: 'stopped', overdue: waited > promised };
  const paused = isPaused(item, 'contractor');
  const overdue = !paused && at >= dueAt;
  return { kind: 'contractor', startedAt, dueAt, state: paused ? 'paused' : 'running', overdue };
}

/** The offer knows its own time: it was worked out when the question was asked. */
function olaOf(item: Case, offer: Offer | null, at: Date): Clock | null {
  if (offer?.status !== 'offered' || offer.acknowledgeBy === null) return null;
  const paused = isPaused(item, 'ola');
  const overdue = !paused && offer.acknowledgeBy <= at;
  const { offeredAt: startedAt, acknowledgeBy: dueAt } = offer;
  return { kind: 'ola', startedAt, dueAt, state: paused ? 'paused' : 'running', overdue };
}

type ClockQuestion = {
  readonly kind: ClockKind;
  readonly item: Case;
  readonly startedAt: Date;
  readonly within: DurationText;
  readonly hours: Hours;
  readonly stoppedAt: Date | null;
  readonly settings: DeskSettings;
  readonly at: Date;
};

function clock({ kind, item, startedAt, within, hours, stoppedAt, settings, at }: ClockQuestion): Clock {
  const until = stoppedAt ?? at;
  let dueAt = addServiceTime(startedAt, within, hours, settings);
  for (const hold of item.holds ?? []) {
    if (!stopsClock(hold.reason, kind) || hold.from >= dueAt || hold.from >= until) continue;
    const from = hold.from > startedAt ? hold.from : startedAt;
    const lost = serviceTimeBetween(from, hold.to ?? until, hours, settings);
    dueAt = addServiceMilliseconds(dueAt, lost, hours, settings);
  }
  if (stoppedAt !== null) return { kind, startedAt, dueAt, state: 'stopped', overdue: stoppedAt > dueAt };
  const paused = isPaused(item, kind);
  return { kind, startedAt, dueAt, state: paused ? 'paused' : 'running', overdue: !paused && at >= dueAt };
}

function isPaused({ state, holdReason }: Case, kind: ClockKind): boolean {
  return state === 'on-hold' && holdReason !== null && stopsClock(holdReason, kind);
}

function isEnded({ state }: Case): boolean {
  return state === 'resolved' || state === 'closed' || state === 'cancelled';
}
