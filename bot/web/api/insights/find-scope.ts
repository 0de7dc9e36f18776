import { NotAllowed, NotFound } from '#bot/errors.ts';
import type { InsightStore, Total } from '#bot/insights/insight-store.ts';
import { findMeasure, type Measure, measures } from '#bot/insights/measures/measures.ts';
import { fewPeople } from '#bot/insights/measures/tally.ts';
import type { Selection } from '#bot/insights/read-figures.ts';
import { before, readSums, stretchOf } from '#bot/insights/read-figures.ts';
import { rightsByRole } from '#knowledge/review/rights.ts';
import type { InsightsFilter, InsightsScope } from '../contract/insights-contract.ts';
import type { ApiContext } from '../define-route.ts';

export type Asking = Pick<
  ApiContext<unknown, unknown, unknown>,
  'person' | 'rights' | 'loaded' | 'language' | 'now'
>;

/** What one reader sees of one question. */
export type Seen = {
  readonly scope: InsightsScope;
  readonly selection: Selection;
  /** The stretch before. */
  readonly earlier: Selection;
  /** How many matters there are, and of how many people; no figures. */
  readonly total: Total;
  readonly measures: readonly Measure[];
  /** May see which cases a figure rests on. */
  readonly seesCases: boolean;
};

/** `all`: every site. `site`: all figures of that one. `notes`: what notes do, everywhere, and no case. */
type Reach = { readonly kind: 'all' | 'notes' } | { readonly kind: 'site'; readonly siteId: string };

/** Dispatchers and admins see everything, heads their own site, editors what notes do. @throws NotAllowed; NotFound */
export async function findScope(store: InsightStore, filter: InsightsFilter, asking: Asking): Promise<Seen> {
  const { loaded, now } = asking;
  const { desk } = loaded;
  const reach = reachOf(filter, asking);
  const siteId = reach.kind === 'site' ? reach.siteId : (filter.site ?? null);
  const site = siteId === null ? null : (desk.sites.get(siteId) ?? null);
  if (siteId !== null && site === null) throw new NotFound(`no site ${siteId}`);
  const { period, area, kind, category, priority, type } = filter;
  const { from, to, weeks, month, weeksLong } = stretchOf(period, now, desk.settings.timezone);
  const narrowing = { site: siteId ?? undefined, area, kind, category, priority, type };
  const selection = { weeks, month, ...narrowing };
  const total = await readSums(store, selection, { at: now, measure: null });
  const isNarrowed = Object.entries(narrowing).some(([by, value]) => value !== undefined && by !== 'site');
  return {
    scope: {
      ...{ period, from, to, siteId, siteName: site?.name ?? null },
      ...{ area: area ?? null, kind: kind ?? null, category: category ?? null },
      ...{ priority: priority ?? null, type: type ?? null },
      matters: total.facts,
      countedAt: (await store.mark())?.countedAt.toISOString() ?? null,
      withheld: isNarrowed && total.facts > 0 && total.people < fewPeople,
      frozen: month !== null && (await store.frozenMonths()).includes(month),
    },
    selection,
    earlier: { ...selection, ...before({ weeks, month }, weeksLong) },
    total,
    measures: reach.kind === 'notes' ? measures.filter(isOfNotes) : measures,
    seesCases: reach.kind !== 'notes',
  };
}

/** @throws NotFound for one that there is not, or that is not theirs to see */
export function measureSeen(id: string, seen: Seen): Measure {
  const measure = findMeasure(id);
  if (measure === null || !seen.measures.includes(measure)) throw new NotFound(`no measure ${id}`);
  return measure;
}

/** Not only as the head of a site. */
export function seesNotes({ person }: Pick<Asking, 'person'>): boolean {
  return rightsByRole['see-insights'].some((role) => person.roles.includes(role));
}

function reachOf(filter: InsightsFilter, asking: Asking): Reach {
  const { rights } = asking;
  if (rights.has('see-all-insights')) return { kind: 'all' };
  const [first] = rights.headOf;
  if (filter.site !== undefined && rights.headOf.includes(filter.site))
    return { kind: 'site', siteId: filter.site };
  if (seesNotes(asking)) return { kind: 'notes' };
  if (first === undefined) throw new NotAllowed('see-insights is needed');
  return { kind: 'site', siteId: first };
}

function isOfNotes({ group }: Measure): boolean {
  return group === 'self-help' || group === 'notes';
}
