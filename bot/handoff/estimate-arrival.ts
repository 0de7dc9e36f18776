import type { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Case } from './case.ts';
import { type PlannedWork, planRoute, type Stop } from './plan-route.ts';

/** Said in whole steps, and rather late than early. */
const step = 10 * 60_000;
/** What always comes in between: the car park, a word in the corridor. */
const margin = 10 * 60_000;
/** What is done from a desk: nobody promises to come for it. */
const fromAfar: readonly Category[] = [
  'account',
  'email-calendar',
  'application',
  'server',
  'security',
  'not-it',
];

/**
 * When a technician can be there for a case, from what else they have open, the way between the sites, their duty and
 * the site's visit hours. Null: no visit is needed, the site is not known, or there is no such time within a week.
 */
export function estimateArrival(question: ArrivalQuestion): Date | null {
  const { item } = question;
  if (item.siteId === null || fromAfar.includes(item.category)) return null;
  const stop = routeOf(question).find(({ caseId }) => caseId === item.id);
  return stop ? new Date(Math.ceil((stop.arrive.getTime() + margin) / step) * step) : null;
}

export type ArrivalQuestion = {
  readonly technician: Technician;
  /** What the technician has besides; what waits for others does not hold anybody up. */
  readonly others: readonly Case[];
  readonly item: PlannedWork;
  readonly desk: Desk;
  readonly at: Date;
};

/**
 * Whether something else comes before it that is not done yet. Where nothing does, nobody knows but that the technician
 * is on the way.
 */
export function isHeldUp(question: ArrivalQuestion): boolean {
  const [first] = routeOf(question);
  return first !== undefined && first.caseId !== question.item.id;
}

function routeOf({ technician, others, item, desk, at }: ArrivalQuestion): Stop[] {
  const work = others.filter(
    ({ id, state, assignee }) => id !== item.id && state !== 'on-hold' && assignee?.id === technician.upn,
  );
  return planRoute(technician, [...work, item], desk, at);
}
