import type { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Site } from '#bot/desk/site.ts';
import { meetingSpans } from '#bot/desk/site-visits.ts';
import type { Span } from '#bot/desk/spans.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { Case } from './case.ts';
import { cannotWait } from './case-views.ts';
import { travelMinutes } from './travel.ts';

/** What of a case a plan rests on. */
export type PlannedWork = Pick<
  Case,
  'id' | 'siteId' | 'category' | 'priority' | 'promisedAt' | 'onSiteAt' | 'createdAt'
>;
export type Stop = {
  readonly caseId: string;
  readonly siteId: string | null;
  readonly arrive: Date;
  readonly leave: Date;
};

/** How long a visit takes, in minutes: rough figures, to be replaced by what the desk's own cases show. */
const workMinutes: Readonly<Partial<Record<Category, number>>> = { network: 45, server: 60, workstation: 40 };
const usualMinutes = 30;
/** Whoever is there already is on average half through. */
const restOnSite = 15;
/** Nobody goes in five minutes before they close. */
const shortestVisit = 10;
const horizon = 7 * 86_400_000;
const minute = 60_000;

/**
 * In which order a technician would do what is open, and when they would be where: where they are now, then what cannot
 * wait, then by promise, then by urgency and age; what else there is at a site is done while they are there. Within
 * duty and the sites' visit hours, but for what cannot wait. What does not fit within a week is left out.
 */
export function planRoute(
  technician: Technician,
  work: readonly PlannedWork[],
  desk: Desk,
  at: Date,
): Stop[] {
  const stops: Stop[] = [];
  let here = siteOf(desk, work.find(({ onSiteAt }) => onSiteAt !== null)?.siteId ?? technician.sites[0]);
  let now = at;
  for (const item of inOrder(work)) {
    const there = siteOf(desk, item.siteId);
    const stop = visit({ item, technician, desk, here, there, now });
    if (stop === null) continue;
    stops.push(stop);
    here = there ?? here;
    now = stop.leave;
  }
  return stops;
}

/** By need, then what is at the same site right behind it. */
function inOrder(work: readonly PlannedWork[]): PlannedWork[] {
  const left = work.toSorted((a, b) => compareNeed(a, b));
  const ordered: PlannedWork[] = [];
  while (left.length > 0) {
    const [next] = left.splice(0, 1);
    if (next === undefined) break;
    ordered.push(next);
    const alsoThere = left.filter(({ siteId }) => siteId !== null && siteId === next.siteId);
    for (const item of alsoThere) left.splice(left.indexOf(item), 1);
    ordered.push(...alsoThere);
  }
  return ordered;
}

const levels = ['critical', 'high', 'moderate', 'low'];

function compareNeed(a: PlannedWork, b: PlannedWork): number {
  return (
    Number(a.onSiteAt === null) - Number(b.onSiteAt === null) ||
    Number(!cannotWait(a)) - Number(!cannotWait(b)) ||
    (a.promisedAt?.getTime() ?? Number.MAX_SAFE_INTEGER) -
      (b.promisedAt?.getTime() ?? Number.MAX_SAFE_INTEGER) ||
    levels.indexOf(a.priority.level) - levels.indexOf(b.priority.level) ||
    a.createdAt.getTime() - b.createdAt.getTime() ||
    (a.id < b.id ? -1 : 1)
  );
}

type Leg = {
  readonly item: PlannedWork;
  readonly technician: Technician;
  readonly desk: Desk;
  readonly here: Site | null;
  readonly there: Site | null;
  readonly now: Date;
};

function visit({ item, technician, desk, here, there, now }: Leg): Stop | null {
  const { id: caseId, siteId } = item;
  if (item.onSiteAt !== null) return { caseId, siteId, arrive: now, leave: later(now, restOnSite) };
  const ready = later(now, travelMinutes(here, there));
  const arrive = cannotWait(item) ? ready : firstMeeting(technician, there, desk, ready);
  if (arrive === null) return null;
  return { caseId, siteId, arrive, leave: later(arrive, workMinutes[item.category] ?? usualMinutes) };
}

/** The first instant from `ready` on at which the technician works, the site is open, and there is time for a visit. */
export function firstMeeting(
  technician: Technician,
  site: Site | null,
  desk: Desk,
  ready: Date,
): Date | null {
  const window: Span = { from: ready, to: new Date(ready.getTime() + horizon) };
  const spans = meetingSpans(technician, site, window, desk.settings);
  return spans.find(({ from, to }) => to.getTime() - from.getTime() >= shortestVisit * minute)?.from ?? null;
}

function siteOf(desk: Desk, id: string | null | undefined): Site | null {
  return (id && desk.sites.get(id)) || null;
}

function later(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * minute);
}
