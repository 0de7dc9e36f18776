import { addDays, localDate } from '#bot/desk/local-time.ts';
import { addUp, countFact, mergeSums } from './add-up.ts';
import type { Fact } from './facts/fact.ts';
import { addMonths, lastDayOf, mondayOf } from './facts/local-week.ts';
import {
  type Breakdown,
  type Cell,
  type FactFilter,
  type InsightStore,
  type KeptWay,
  keptWays,
  type Sums,
  type SumsAsked,
  type Total,
} from './insight-store.ts';
import { formulasVersion } from './measures/measures.ts';

/** Some matters: of a stretch of time, and of whatever they are narrowed to. */
export type Selection = FactFilter;

export const nothing: Total = { value: '', facts: 0, people: 0, workers: 0, tallies: {} };

/** `13-weeks`, `52-weeks`, or a month; days are local, both included, and none of them is still to come. */
export function stretchOf(
  period: string,
  at: Date,
  timezone: string,
): Pick<Selection, 'weeks' | 'month'> & {
  readonly from: string;
  readonly to: string;
  readonly weeksLong: number;
} {
  const today = localDate(at, timezone);
  const weeksLong = period === '52-weeks' ? 52 : period === '13-weeks' ? 13 : 0;
  if (weeksLong === 0) {
    const from = `${period}-01`;
    const lastDay = lastDayOf(period);
    return {
      weeks: null,
      month: period,
      from,
      to: today < lastDay && today >= from ? today : lastDay,
      weeksLong,
    };
  }
  const last = mondayOf(today);
  const first = addDays(last, -7 * (weeksLong - 1));
  return { weeks: { from: first, to: last }, month: null, from: first, to: today, weeksLong };
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

/** What the selection adds up to. `measure`: that one alone; null: only how many facts, and of how many people. */
export async function readSums(
  store: InsightStore,
  selection: Selection,
  { at, measure }: { readonly at: Date; readonly measure?: string | null },
): Promise<Total> {
  const only = measure === undefined ? {} : { measure };
  const kept = await keptCells(store, selection, only);
  const totals =
    kept === null
      ? await sumFacts(store, { filter: selection, by: 'all', at, ...only })
      : mergeSums(kept).map(toTotal);
  return { ...(totals[0] ?? nothing), value: '' };
}

/** Week by week, named by its Monday; weeks with nothing are not there. */
export async function readWeeks(
  store: InsightStore,
  selection: Selection,
  { measure, at }: { readonly measure: string; readonly at: Date },
): Promise<ReadonlyMap<string, Total>> {
  const kept = await keptCells(store, selection, { measure });
  if (kept === null) {
    const totals = await sumFacts(store, { filter: selection, by: 'week', measure, at });
    return new Map(totals.map((total) => [total.value, total]));
  }
  const weeks = [...Map.groupBy(kept, ({ week }) => week)];
  return new Map(weeks.map(([week, own]) => [week, mergeSums(own).map(toTotal)[0] ?? nothing]));
}

/** Every value of one way of breaking it down, in no order. */
export async function readBreakdown(
  store: InsightStore,
  selection: Selection,
  { by, measure, at }: { readonly by: Breakdown; readonly measure?: string; readonly at: Date },
): Promise<Total[]> {
  const { weeks, month } = selection;
  const only = measure === undefined ? {} : { measure };
  // Of hundreds of sites one figure is added up sooner than it is found among all their other figures.
  const isKept = narrowed(selection).length === 0 && (by !== 'site' || measure === undefined);
  if (!isKept) return sumFacts(store, { filter: selection, by, at, ...only });
  return mergeSums(await store.cells({ by, weeks, month, ...only })).map(toTotal);
}

function toTotal({ value, facts, people, workers, tallies }: Sums<KeptWay>): Total {
  return { value, facts, people: people.length, workers: workers.length, tallies };
}

/** Before an upgrade has counted everything anew, what older formulas left is no help: then fact by fact. */
async function sumFacts(store: InsightStore, asked: SumsAsked): Promise<Total[]> {
  if (await isCounted(store)) return store.sumFacts(asked);
  const { filter, by, measure, at } = asked;
  const facts = await store.facts(filter);
  const values = (fact: Fact) => (by === 'week' ? fact.week : countFact(fact, at).values[by]);
  return [...Map.groupBy(facts, values)].flatMap(([value, own]) =>
    value === null
      ? []
      : addUp(
          own.map((fact) => countFact(fact, at, measure ?? undefined)),
          ['all'],
        ).map((sums) => ({ ...toTotal(sums), value })),
  );
}

const ways = ['site', 'area', 'kind', 'category', 'priority', 'type'] as const;

function narrowed(selection: Selection): { readonly by: Breakdown; readonly value: string }[] {
  return ways.flatMap((by) => {
    const value = selection[by];
    return value === undefined ? [] : [{ by, value }];
  });
}

async function isCounted(store: InsightStore): Promise<boolean> {
  const mark = await store.mark();
  return mark === null || mark.formulas === formulasVersion;
}

/** Null: it is narrowed in more ways than sums are kept of. */
async function keptCells(
  store: InsightStore,
  selection: Selection,
  only: { readonly measure?: string | null },
): Promise<(Cell & Sums<KeptWay>)[] | null> {
  const given = narrowed(selection);
  const way = given.map(({ by }) => by).join('+') || 'all';
  const by = keptWays.find((kept) => kept === way);
  if (by === undefined || (given.length > 1 && !(await isCounted(store)))) return null;
  const { weeks, month } = selection;
  return store.cells({ by, value: given.map(({ value }) => value).join('+'), weeks, month, ...only });
}
