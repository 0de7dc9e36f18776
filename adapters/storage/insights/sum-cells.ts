import { z } from 'zod';
import { comesBackWithin } from '#bot/insights/facts/fact.ts';
import {
  breakdowns,
  type Cell,
  type InsightStore,
  type KeptWay,
  keptWays,
  type Sums,
} from '#bot/insights/insight-store.ts';
import type { Tallies, Tally } from '#bot/insights/measures/tally.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { toJson } from '../to-json.ts';
import { PartRow, partColumns, toCounted } from './part-row.ts';
import { createPartSets } from './part-sets.ts';

/** Looked at by hand: a month of a large desk has millions of buckets, and a schema for each takes minutes of them. */
function isTally(value: unknown): value is Tally {
  if (typeof value !== 'object' || value === null) return false;
  if (!('n' in value && 'd' in value && 'buckets' in value)) return false;
  const { n, d, buckets } = value;
  if (typeof n !== 'number' || typeof d !== 'number' || typeof buckets !== 'object' || buckets === null)
    return false;
  return Object.values(buckets).every((count) => typeof count === 'number');
}
const isTallies = (value: unknown): value is Tallies =>
  typeof value === 'object' && value !== null && Object.values(value).every(isTally);

export const TallyData = z.custom<Tally>(isTally);
const sumColumns = {
  value: z.string(),
  facts: z.number(),
  people: z.array(z.string()),
  workers: z.array(z.string()),
  tallies: z.custom<Tallies>(isTallies),
};
export const SumsRow: z.ZodType<Sums> = z.object({ ...sumColumns, by: z.enum(breakdowns) });
const CellSums: z.ZodType<Cell & Sums<KeptWay>> = z.object({
  ...{ week: z.string(), month: z.string() },
  ...sumColumns,
  by: z.enum(keptWays),
});
const CellRow: z.ZodType<Cell> = z.object({ week: z.string(), month: z.string() });
const cell = 'week::text as week, month';
const sums = 'by, value, facts, people, workers, tallies';

/** The sums of weeks within months. */
export function sumCells(
  client: Queryable,
): Pick<
  InsightStore,
  'cellsBetween' | 'allCells' | 'factsOfCell' | 'putCell' | 'cells' | 'monthSums' | 'months'
> {
  const readSets = createPartSets(client);
  return {
    cellsBetween: (from, to) =>
      rowsOf(CellRow, client, `select distinct ${cell} from case_facts where at > $1 and at <= $2`, [
        from,
        to,
      ]),
    allCells: () => rowsOf(CellRow, client, `select distinct ${cell} from case_facts`),
    async factsOfCell({ week, month }, at) {
      const ripe = new Date(at.getTime() - comesBackWithin);
      const columns = `${partColumns.join(', ')}, at < $3 as ripe`;
      const rows = await rowsOf(
        PartRow,
        client,
        `select ${columns} from fact_parts where week = $1 and month = $2`,
        [week, month, ripe],
      );
      const shared = await readSets(rows.map(({ shares }) => shares));
      return rows.map((row) => toCounted(row, shared));
    },
    async putCell({ week, month }, rows) {
      // One statement, so that nobody reads half of it.
      await client.query(
        `with gone as (delete from insight_cells where week = $1::date and month = $2
           and (by, value) not in (select by, value from jsonb_to_recordset($3::jsonb) as kept(by text, value text)))
         insert into insight_cells (week, month, ${sums})
         select $1::date, $2, ${sums} from jsonb_to_recordset($3::jsonb)
           as row(by text, value text, facts integer, people text[], workers text[], tallies jsonb)
         on conflict (by, week, month, value) do update set facts = excluded.facts, people = excluded.people,
           workers = excluded.workers, tallies = excluded.tallies`,
        [week, month, toJson(rows)],
      );
    },
    cells: ({ by, value, weeks, month, measure }) =>
      rowsOf(
        CellSums,
        client,
        `select ${cell}, by, value, facts, people, workers,
           case when $6::text is null then tallies when $6 = '' then '{}'::jsonb
                when tallies ? $6 then jsonb_build_object($6::text, tallies->$6) else '{}'::jsonb end as tallies
         from insight_cells where by = $1 and ($2::text is null or value = $2)
           and ($3::date is null or week >= $3) and ($4::date is null or week <= $4)
           and ($5::text is null or month = $5) order by week, month`,
        [
          by,
          value ?? null,
          weeks?.from ?? null,
          weeks?.to ?? null,
          month,
          measure === null ? '' : (measure ?? null),
        ],
      ),
    monthSums: (month) =>
      rowsOf(SumsRow, client, `select ${sums} from insight_cells where month = $1 and by = any($2)`, [
        month,
        breakdowns,
      ]),
    async months() {
      const rows = await rowsOf(
        z.object({ month: z.string() }),
        client,
        `select distinct month from insight_cells where by = 'all' order by month desc`,
      );
      return rows.map(({ month }) => month);
    },
  };
}
