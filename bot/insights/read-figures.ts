import { addDays, localDate } from '#bot/desk/local-time.ts';
import { addUp, mergeSums } from './add-up.ts';
import { addMonths, lastDayOf, mondayOf } from './facts/local-week.ts';
import type { Breakdown, Cell, FactFilter, InsightStore, Sums } from './insight-store.ts';

/** Some matters: of a stretch of time, and of whatever they are narrowed to. */
export type Selection = FactFilter;
export type Narrowing = Omit<FactFilter, 'weeks' | 'month'>;

export const noSums: Sums = { by: 'all', value: '', facts: 0, people: [], workers: [], tallies: {} };

/** `13-weeks`, `52-weeks`, or a month; days are local, both included. */
export function stretchOf(
  period: string,
  at: Date,
  timezone: string,
): Pick<Selection, 'weeks' | 'month'> & {
  readonly from: string;
  readonly to: string;
  readonly weeksLong: number;
} {
  const weeksLong = period === '52-weeks' ? 52 : period === '13-weeks' ? 13 : 0;
  if (weeksLong === 0) {
    const from = `${period}-01`;
    return { weeks: null, month: period, from, to: lastDayOf(period), weeksLong };
  }
  const last = mondayOf(localDate(at, timezone));
  const first = addDays(last, -7 * (weeksLong - 1));
  return { weeks: { from: first, to: last }, month: null, from: first, to: addDays(last, 6), weeksLong };
}

/** The stretch of the same length right before. */
export function before(
  { weeks, month }: Pick<Selection, 'weeks' | 'month'>,
  weeksLong: number,
): Pick<Selection, 'weeks' | 'month'> {
  if (month !== null) return { weeks: null, month: addMonths(month, -1) };
  if (weeks === null) return { weeks, month };
  return { weeks: { from: addDays(weeks.from, -7 * weeksLong), to: addDays(weeks.from, -7) }, month };
}

/** What the selection adds up to: from the sums that are kept, or from the facts where it is narrowed twice. */
export async function readSums(store: InsightStore, selection: Selection, at: Date): Promise<Sums> {
  const kept = await keptCells(store, selection);
  const sums = kept === null ? addUp(await store.facts(selection), at, ['all']) : mergeSums(kept);
  return sums[0] ?? noSums;
}

/** Week by week, named by its Monday; weeks with nothing are not there. */
export async function readWeeks(
  store: InsightStore,
  selection: Selection,
  measure: string,
  at: Date,
): Promise<ReadonlyMap<string, Sums>> {
  const kept = await keptCells(store, selection, measure);
  if (kept !== null)
    return mapOf(
      Map.groupBy(kept, ({ week }) => week),
      mergeSums,
    );
  const facts = await store.facts(selection);
  return mapOf(
    Map.groupBy(facts, ({ week }) => week),
    (own) => addUp(own, at, ['all'], measure),
  );
}

/** Every value of one way of breaking it down, in no order. */
export async function readBreakdown(
  store: InsightStore,
  selection: Selection,
  { by, measure, at }: { readonly by: Breakdown; readonly measure?: string; readonly at: Date },
): Promise<Sums[]> {
  const { weeks, month } = selection;
  if (narrowed(selection).length > 0) return addUp(await store.facts(selection), at, [by], measure);
  return mergeSums(await store.cells({ by, weeks, month, ...(measure === undefined ? {} : { measure }) }));
}

const ways = ['site', 'area', 'kind', 'category', 'priority', 'type'] as const;

function narrowed(selection: Selection): { readonly by: Breakdown; readonly value: string }[] {
  return ways.flatMap((by) => {
    const value = selection[by];
    return value === undefined ? [] : [{ by, value }];
  });
}

/** Null: it is narrowed in two ways, and such sums are not kept. */
async function keptCells(
  store: InsightStore,
  selection: Selection,
  measure?: string,
): Promise<(Cell & Sums)[] | null> {
  const given = narrowed(selection);
  if (given.length > 1) return null;
  const { weeks, month } = selection;
  return store.cells({
    ...(given[0] ?? { by: 'all', value: '' }),
    weeks,
    month,
    ...(measure === undefined ? {} : { measure }),
  });
}

function mapOf<T>(groups: Map<string, T[]>, sum: (of: T[]) => Sums[]): Map<string, Sums> {
  return new Map([...groups].map(([week, of]) => [week, sum(of)[0] ?? noSums]));
}
