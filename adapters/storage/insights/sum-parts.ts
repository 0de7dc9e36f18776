import { z } from 'zod';
import { comesBackWithin } from '#bot/insights/facts/fact.ts';
import type { InsightStore, SumsAsked, Total, WayOfSumming } from '#bot/insights/insight-store.ts';
import { type MeasuredPart, type Slot, slotOf, slots } from '#bot/insights/measures/measured-parts.ts';
import { type Measure, measures } from '#bot/insights/measures/measures.ts';
import { createTallying, fewPeople } from '#bot/insights/measures/tally.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { conditions } from './fact-conditions.ts';
import { costParts, timePart } from './part-row.ts';
import { createPartSets, type SharedParts } from './part-sets.ts';

const valueIn: Readonly<Record<WayOfSumming, string>> = {
  all: `''`,
  week: 'week::text',
  site: 'site_id',
  area: 'area',
  kind: 'site_kind',
  category: 'category',
  priority: 'priority',
  type: 'type',
  load: 'load',
  contractor: 'contractor_id',
};

const ShareRow = z.object({
  value: z.string(),
  shares: z.string(),
  ripe: z.boolean(),
  count: z.number(),
  cost: z.number().nullable(),
  costs: z.number(),
  /** Each person sets one bit of 32, so that there are at least as many people as bits. */
  people: z.number(),
  workers: z.number().nullable(),
});
type ShareRow = z.infer<typeof ShareRow>;
const TimeRow = z.object({
  value: z.string(),
  type: z.string().nullable(),
  slot: z.enum(slots),
  buckets: z.array(z.number()),
  counts: z.array(z.number()),
});
type TimeRow = z.infer<typeof TimeRow>;
const PeopleRow = z.object({ value: z.string(), people: z.number(), workers: z.number() });
const bit = (column: string) => `bit_or(1 << (hashtext(${column}) & 31))`;

/** Adds facts up as they are asked for, in whatever way: the database counts what is alike, and what that means is told here. */
export function sumParts(client: Queryable): Pick<InsightStore, 'sumFacts'> {
  const readSets = createPartSets(client);
  return {
    async sumFacts(asked) {
      const counted = measures.filter(({ id }) => asked.measure === undefined || asked.measure === id);
      const [shares, times] = await Promise.all([
        rowsOf(ShareRow, client, ...sharesQuery(asked, counted)),
        readTimes(client, asked, counted),
      ]);
      const shared = await readSets(shares.map((row) => row.shares));
      const totals = together(shares, times, { shared, counted: new Set(counted) });
      return asked.by === 'week' ? totals : withPeople(client, asked, totals);
    },
  };
}

/** Of a time alone, or of no figure, shares need not be told apart. */
function sharesQuery({ filter, by, at }: SumsAsked, counted: readonly Measure[]): [string, unknown[]] {
  const { where, values } = conditions(filter, 'fact_parts');
  const has = (unit: Measure['unit']) => counted.some((measure) => measure.unit === unit);
  const hasShares = has('share') || has('count');
  const ripe = new Date(at.getTime() - comesBackWithin);
  // Every further column costs a tenth of a second over a large year.
  return [
    `select ${valueIn[by]} as value, ${hasShares ? `shares, at < $${values.length + 1}` : `'' as shares, true`} as ripe,
       count(*)::int as count, ${has('money') ? 'sum(cost) as cost, count(cost)::int' : '0 as cost, 0'} as costs,
       ${bit('person')} as people, ${by === 'all' ? bit('worker') : '0'} as workers
     from fact_parts where ${where} and ${valueIn[by]} is not null group by 1, 2, 3`,
    hasShares ? [...values, ripe] : values,
  ];
}

async function readTimes(
  client: Queryable,
  asked: SumsAsked,
  counted: readonly Measure[],
): Promise<TimeRow[]> {
  const wanted = slots.filter((slot) => counted.some((measure) => slotOf(measure) === slot));
  if (wanted.length === 0) return [];
  return rowsOf(TimeRow, client, ...timesQuery(asked, wanted));
}

function timesQuery({ filter, by }: SumsAsked, wanted: readonly Slot[]): [string, unknown[]] {
  const { where, values } = conditions(filter, 'fact_parts');
  const columns = wanted.join(', ');
  const slot = wanted.map((name) => `when ${name} is not null then '${name}'`).join(' ');
  return [
    `select value, type, slot, array_agg(bucket) as buckets, array_agg(count) as counts from (
       select value, type, case ${slot} end as slot, coalesce(${columns}) as bucket, count(*)::int as count
       from (select ${valueIn[by]} as value, type, ${columns} from fact_parts
         where ${where} and num_nonnulls(${columns}) > 0 and ${valueIn[by]} is not null) part
       group by grouping sets (${wanted.map((name) => `(value, type, ${name})`).join(', ')})) one
     where slot is not null group by value, type, slot`,
    values,
  ];
}

function together(
  shares: readonly ShareRow[],
  times: readonly TimeRow[],
  { shared, counted }: { readonly shared: SharedParts; readonly counted: ReadonlySet<Measure> },
): Total[] {
  const asked = (parts: readonly MeasuredPart[]) => parts.filter(({ measure }) => counted.has(measure));
  const timesOf = Map.groupBy(times, ({ value }) => value);
  return [...Map.groupBy(shares, ({ value }) => value)].map(([value, own]) => {
    const tallying = createTallying();
    for (const row of own) {
      tallying.add(asked(shared(row.shares, row.ripe)), row.count);
      tallying.add(asked(costParts(row.cost ?? 0, row.costs)));
    }
    for (const { slot, type, buckets, counts } of timesOf.get(value) ?? [])
      buckets.forEach((bucket, place) => {
        tallying.add(asked(timePart(slot, type, bucket)), counts[place]);
      });
    return {
      value,
      facts: own.reduce((sum, { count }) => sum + count, 0),
      people: bitsIn(own.reduce((all, { people }) => all | people, 0)),
      workers: bitsIn(own.reduce((all, { workers }) => all | (workers ?? 0), 0)),
      tallies: tallying.result(),
    };
  });
}

function bitsIn(all: number): number {
  return (all >>> 0).toString(2).replaceAll('0', '').length;
}

/** Two people may have set the same bit: where that decides, they are counted one by one. */
async function withPeople(client: Queryable, { filter, by }: SumsAsked, totals: Total[]): Promise<Total[]> {
  const isUnsure = ({ people, workers }: Total) =>
    people < fewPeople || (by === 'all' && workers < fewPeople);
  const unsure = totals.filter(isUnsure).map(({ value }) => value);
  if (unsure.length === 0) return totals;
  const { where, values } = conditions(filter, 'fact_parts');
  const rows = await rowsOf(
    PeopleRow,
    client,
    `select ${valueIn[by]} as value, count(distinct person)::int as people, count(distinct worker)::int as workers
     from fact_parts where ${where} and ${valueIn[by]} = any($${values.length + 1}) group by 1`,
    [...values, unsure],
  );
  const counted = new Map(rows.map((row) => [row.value, row]));
  return totals.map((total) => ({ ...total, ...counted.get(total.value) }));
}
