import { Category } from '#bot/desk/category.ts';
import { PriorityLevel } from '#bot/desk/priority.ts';
import { SiteKind } from '#bot/desk/site.ts';
import {
  CaseType,
  type InsightsOverview,
  type InsightsScope,
} from '#bot/web/api/contract/insights-contract.ts';
import { type Person, sites } from './desk-data.ts';
import { mattersOf, type Slice } from './insights-figures.ts';
import { weeksOf } from './insights-weeks.ts';
import type { Asked } from './route.ts';

/** Two sites have fewer than five people. */
export const fewPeople: readonly string[] = ['granen', 'bryggan'];

const names = ['site', 'area', 'kind', 'category', 'priority', 'type'] as const;

/** What the figures are of: what was asked, and for the head of a site theirs whatever they ask. */
export function sliceOf({ query, person }: Asked): Slice {
  const bound = boundTo(person);
  const asked = names.flatMap((name) => (query.get(name) ? [[name, query.get(name)]] : []));
  return { ...Object.fromEntries(asked), ...(bound === null ? {} : { site: bound }) };
}

export function scopeOf(asked: Asked, now: Date): InsightsScope {
  const slice = sliceOf(asked);
  const period = asked.query.get('period') ?? '13-weeks';
  const { from, to, frozen, mondays } = weeksOf(period, now);
  const isEmpty = slice.area === 'tom';
  return {
    period,
    from,
    to,
    siteId: slice.site ?? null,
    siteName: sites.find(({ id }) => id === slice.site)?.name ?? null,
    area: slice.area ?? null,
    kind: SiteKind.safeParse(slice.kind).data ?? null,
    category: Category.safeParse(slice.category).data ?? null,
    priority: PriorityLevel.safeParse(slice.priority).data ?? null,
    type: CaseType.safeParse(slice.type).data ?? null,
    matters: mattersOf(slice, mondays),
    countedAt: isEmpty ? null : '2026-11-23T05:00:00.000Z',
    withheld: fewPeople.includes(slice.site ?? ''),
    frozen,
  };
}

/** Null: no figures at all. */
export function seesOf(person: Person): InsightsOverview['sees'] | null {
  const isOf = (...roles: Person['roles']) => roles.some((role) => person.roles.includes(role));
  if (!isOf('editor', 'dispatcher', 'admin')) return null;
  const bound = boundTo(person);
  const open = sites.filter(({ id }) => bound === null || id === bound).map(({ id, name }) => ({ id, name }));
  return { allSites: bound === null, sites: open, help: bound === null, notes: true, export: true };
}

function boundTo({ edits }: Person): string | null {
  const [only] = edits;
  return edits.length === 1 && only !== undefined && only !== '*' ? only : null;
}
