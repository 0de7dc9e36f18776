import type { Desk } from '#bot/desk/desk.ts';
import { isAbsent, isOnDuty } from '#bot/desk/duty.ts';
import { type Assignee, type Case, isOpen, type Offer } from './case.ts';
import { slaOf } from './clocks.ts';
import { mayDispatch } from './context.ts';

/** What an open case lacks: somebody who has it, a clock that runs, or a next step. */
export type Missing =
  | 'no-owner'
  | 'owner-gone'
  | 'owner-away'
  | 'offer-not-made'
  | 'offer-expired'
  | 'not-sent'
  | 'nobody-responds'
  /** On hold for days, and nobody was reminded of what it waits for. */
  | 'waits-too-long';

/** A job that is a little late is no fault yet. */
const grace = 15 * 60_000;
/** Their system may be away for some hours, and is tried again all the while. */
const sendingGrace = 6 * 3_600_000;
/** A wait stops the clocks, so it has one of its own: three days, as a check that runs once a day sees them. */
const longestHold = 71 * 3_600_000;

/** Null: everything is there. Pure: for the nightly check and for the simulation. */
export function whatIsMissing(item: Case, offer: Offer | null, desk: Desk, at: Date): Missing | null {
  if (!isOpen(item.state)) return null;
  const { assignee, offeredTo } = item;
  if (assignee !== null) return missingOfAssigned(item, assignee, desk, at);
  if (offeredTo === null) return 'no-owner';
  if (isGone(offeredTo, desk)) return 'owner-gone';
  const isStale = at.getTime() - item.updatedAt.getTime() > grace;
  if (offer !== null) return isExpired(offer, at) ? 'offer-expired' : null;
  if (offeredTo.kind === 'contractor')
    return at.getTime() - item.updatedAt.getTime() > sendingGrace ? 'not-sent' : null;
  const technician = desk.technicians.get(offeredTo.id);
  const shouldBeAsked = technician === undefined || isOnDuty(technician, at, desk.settings);
  return shouldBeAsked && isStale ? 'offer-not-made' : null;
}

function missingOfAssigned(item: Case, assignee: Assignee, desk: Desk, at: Date): Missing | null {
  if (isGone(assignee, desk)) return 'owner-gone';
  if (item.state === 'on-hold') return waitsTooLong(item, at) ? 'waits-too-long' : null;
  const technician = desk.technicians.get(assignee.id);
  const isAway = technician !== undefined && isAbsent(technician, at, desk.settings);
  const sla = slaOf(item, desk.settings, at);
  const overdue = sla.state === 'running' && at.getTime() - sla.dueAt.getTime() > grace;
  if (isAway && overdue) return 'owner-away';
  return overdue && item.overdueToldAt === undefined ? 'nobody-responds' : null;
}

function waitsTooLong({ holds, overdueToldAt, updatedAt }: Case, at: Date): boolean {
  const since = holds?.findLast(({ to }) => to === null)?.from ?? updatedAt;
  const reminded = overdueToldAt !== undefined && overdueToldAt > since ? overdueToldAt : since;
  return at.getTime() - reminded.getTime() > longestHold;
}

function isExpired({ acknowledgeBy }: Offer, at: Date): boolean {
  return acknowledgeBy !== null && at.getTime() - acknowledgeBy.getTime() > grace;
}

/** The desk no longer has them: a technician who was removed in the middle of a case. */
export function isGone(party: Assignee, { technicians, people, settings }: Desk): boolean {
  if (party.kind === 'contractor') return !settings.contractors.some(({ id }) => id === party.id);
  const person = people.get(party.id);
  return !technicians.has(party.id) && !(person !== undefined && mayDispatch(person));
}
