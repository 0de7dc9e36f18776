import type { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Case } from './case.ts';
import { type PlannedWork, planRoute } from './plan-route.ts';

/** Said in whole steps, and rather late than early. */
const step = 10 * 60_000;
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
export function estimateArrival(question: {
  readonly technician: Technician;
  /** What the technician has besides; what waits for others does not hold anybody up. */
  readonly others: readonly Case[];
  readonly item: PlannedWork;
  readonly desk: Desk;
  readonly at: Date;
}): Date | null {
  const { technician, others, item, desk, at } = question;
  if (item.siteId === null || fromAfar.includes(item.category)) return null;
  const work = others.filter(
    ({ id, state, assignee }) => id !== item.id && state !== 'on-hold' && assignee?.id === technician.upn,
  );
  const stop = planRoute(technician, [...work, item], desk, at).find(({ caseId }) => caseId === item.id);
  return stop ? new Date(Math.ceil(stop.arrive.getTime() / step) * step) : null;
}
