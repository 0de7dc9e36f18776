import { NotAllowed, NotFound } from '#bot/errors.ts';
import type { InsightStore, Total } from '#bot/insights/insight-store.ts';
import { findMeasure, type Measure, measures } from '#bot/insights/measures/measures.ts';
import { fewPeople } from '#bot/insights/measures/tally.ts';
import type { Selection } from '#bot/insights/read-figures.ts';
import { before, nothing, readSums, stretchOf } from '#bot/insights/read-figures.ts';
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
  /** The stretch before; null: nothing is told of it, because counting began later or too few were in it. */
  readonly earlier: Total | null;
  /** How many matters there are, and of how many people; figures only where they were asked for. */
  readonly total: Total;
  readonly measures: readonly Measure[];
  /** May see which cases a figure rests on. */
  readonly seesCases: boolean;
};

/** `all`: every site. `site`: all figures of that one. `notes`: what notes do, everywhere, and no case. */
type Reach = { readonly kind: 'all' | 'notes' } | { readonly kind: 'site'; readonly siteId: string };

/**
 * Dispatchers and admins see everything, heads their own site, editors what notes do. `withFigures`: the total has all of
 * them. @throws NotAllowed; NotFound
 */
export async function findScope(
  store: InsightStore,
  filter: InsightsFilter,
  asking: Asking,
  withFigures = false,
): Promise<Seen> {
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
  const figures = { at: now, ...(withFigures ? {} : { measure: null }) };
  const earlierSelection = { ...selection, ...before({ weeks, month }, weeksLong) };
  const [total, earlier] = await Promise.all([
    readSums(store, selection, figures),
    withFigures ? readSums(store, earlierSelection, figures) : nothing,
  ]);
  // Their own site is the whole for its head; for all others it is a part.
  const isNarrowed = Object.entries(narrowing).some(
    ([by, value]) => value !== undefined && (by !== 'site' || reach.kind !== 'site'),
  );
  const months = withFigures ? await store.months() : [];
  const isTooFew = ({ facts, people }: Total) => isNarrowed && facts > 0 && people < fewPeople;
  return {
    scope: {
      ...{ period, from, to, siteId, siteName: site?.name ?? null },
      ...{ area: area ?? null, kind: kind ?? null, category: category ?? null },
      ...{ priority: priority ?? null, type: type ?? null },
      matters: total.facts,
      countedAt: (await store.mark())?.countedAt.toISOString() ?? null,
      withheld: isTooFew(total),
      frozen: month !== null && (await store.frozenMonths()).includes(month),
    },
    selection,
    earlier: isCountedWhole(earlierSelection, months) && !isTooFew(earlier) ? earlier : null,
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

/** Counting began in the oldest month, on whatever day. */
function isCountedWhole({ weeks, month }: Selection, months: readonly string[]): boolean {
  const first = months.at(-1);
  const from = month ?? weeks?.from.slice(0, 7);
  return first !== undefined && from !== undefined && from > first;
}

function isOfNotes({ group }: Measure): boolean {
  return group === 'self-help' || group === 'notes';
}
