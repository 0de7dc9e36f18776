import type { Desk } from '#bot/desk/desk.ts';
import { addDays, localDate, startOfDate } from '#bot/desk/local-time.ts';
import { meetingSpans } from '#bot/desk/site-visits.ts';
import type { Technician } from '#bot/desk/technician.ts';
import type { ResponsibilityQuestion } from './responsible.ts';
import type { Reason } from './triage-result.ts';

/** Lower goes first. */
type Rule = (desk: Desk, technician: Technician, question: ResponsibilityQuestion) => number;

/**
 * What puts one technician before another, the first difference deciding. The exchange format's own order is
 * nearness, then load, then upn; what is known beyond it (who solved the same before, whether they can be there
 * while the site is open) decides between those who are equally near, and only when it is given.
 */
const rules = {
  nearness: (desk, technician, { siteId }) => distance(desk, technician, siteId),
  'fixed-last': (_desk, { upn }, { fixedBy = [] }) => {
    const place = fixedBy.indexOf(upn);
    return place === -1 ? fixedBy.length : place;
  },
  'visit-hours': (desk, technician, question) => (canVisitToday(desk, technician, question) ? 0 : 1),
  'fewest-open': (_desk, { upn }, { openCases }) => openCases.get(upn) ?? 0,
} as const satisfies Readonly<Record<string, Rule>>;
export type RankingRule = keyof typeof rules;

/** When it is urgent, whoever has least to do goes before whoever knows it, and no site is too closed for a visit. */
export function rulesFor({ level }: Pick<ResponsibilityQuestion, 'level'>): readonly RankingRule[] {
  return level === 'critical' || level === 'high'
    ? ['nearness', 'fewest-open', 'fixed-last']
    : ['nearness', 'fixed-last', 'visit-hours', 'fewest-open'];
}

/** Technicians with the skill, best first. */
export function rankTechnicians(desk: Desk, question: ResponsibilityQuestion): Technician[] {
  const order = rulesFor(question);
  const places = new Map<string, readonly number[]>();
  const able = [...desk.technicians.values()].filter(
    (technician) => isSkilled(technician, question) && !isExcepted(technician.upn, question),
  );
  for (const technician of able)
    places.set(
      technician.upn,
      order.map((rule) => rules[rule](desk, technician, question)),
    );
  const placeOf = ({ upn }: Technician) => places.get(upn) ?? [];
  return able.sort((a, b) => compare(placeOf(a), placeOf(b)) || (a.upn < b.upn ? -1 : 1));
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, place] of a.entries()) {
    const difference = place - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The rule that put the first before the second; null when only the upn did. */
export function decidingRule(
  desk: Desk,
  question: ResponsibilityQuestion,
  [first, second]: readonly Technician[],
): RankingRule | null {
  if (!first || !second) return null;
  const differs = (rule: RankingRule) =>
    rules[rule](desk, first, question) !== rules[rule](desk, second, question);
  return rulesFor(question).find(differs) ?? null;
}

/** Said beside the nearness when something that is known beyond the exchange format decided. */
export function knowingReason(
  desk: Desk,
  question: ResponsibilityQuestion,
  chosen: Technician,
): readonly Reason[] {
  const order = rankTechnicians(desk, question);
  const next = order.find(({ upn }) => upn !== chosen.upn);
  const rule = order[0]?.upn === chosen.upn && next ? decidingRule(desk, question, [chosen, next]) : null;
  if (rule !== 'fixed-last' && rule !== 'visit-hours') return [];
  const technician = desk.people.get(chosen.upn)?.name ?? chosen.upn;
  const site = question.siteId === null ? '' : (desk.sites.get(question.siteId)?.name ?? '');
  return [{ key: `responsible.${rule}`, values: { technician, site } }];
}

/** 0: technician of the site; 1: of its area; 2: neither, or no site is known. */
export function distance(desk: Desk, technician: Technician, siteId: string | null): 0 | 1 | 2 {
  if (siteId === null) return 2;
  if (technician.sites.includes(siteId)) return 0;
  const area = desk.sites.get(siteId)?.area;
  return area !== undefined && technician.areas.includes(area) ? 1 : 2;
}

export function isSkilled(
  technician: Technician,
  { category }: Pick<ResponsibilityQuestion, 'category'>,
): boolean {
  return technician.skills.length === 0 || category === null || technician.skills.includes(category);
}

export function isExcepted(upn: string, { except }: Pick<ResponsibilityQuestion, 'except'>): boolean {
  return except?.includes(upn) ?? false;
}

/** Works while the site can be visited, before the day is over; true where that is not asked. */
function canVisitToday(desk: Desk, technician: Technician, question: ResponsibilityQuestion): boolean {
  const { siteId, at, minding } = question;
  const site = siteId === null ? undefined : desk.sites.get(siteId);
  if (minding !== 'visits' || site === undefined) return true;
  const { timezone } = desk.settings;
  const to = startOfDate(addDays(localDate(at, timezone), 1), timezone);
  return meetingSpans(technician, site, { from: at, to }, desk.settings).length > 0;
}
