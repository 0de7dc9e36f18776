import { z } from 'zod';
import { breakdowns, type InsightStore } from '#bot/insights/insight-store.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { toJson } from '../to-json.ts';
import { SumsRow, TallyData } from './sum-cells.ts';

const RevisionRow = z
  .object({
    seq: z.coerce.number(),
    at: z.date(),
    month: z.string(),
    by: z.enum(breakdowns),
    value: z.string(),
    measure: z.string(),
    old: TallyData,
    new: TallyData,
    why: z.enum(['cases', 'formulas', 'rebuilt']),
    case_numbers: z.array(z.string()),
    people: z.number().nullable(),
  })
  .transform(({ case_numbers, people, ...rest }) => ({
    ...rest,
    caseNumbers: case_numbers,
    people: people ?? 0,
  }));
const sums = 'by, value, facts, people, workers, tallies';
const MonthRow = z.object({ month: z.string() });

/** Months that are closed, and what changed in them since. */
export function closedMonths(
  client: Queryable,
): Pick<InsightStore, 'frozen' | 'frozenMonths' | 'freeze' | 'addRevisions' | 'revisions'> {
  return {
    frozen: (month) =>
      rowsOf(SumsRow, client, `select ${sums} from insight_months where month = $1`, [month]),
    async frozenMonths() {
      const rows = await rowsOf(
        MonthRow,
        client,
        `select month from insight_months where by = 'all' order by month desc`,
      );
      return rows.map(({ month }) => month);
    },
    async freeze(month, rows, at) {
      await client.query(
        `with gone as (delete from insight_months where month = $1
           and (by, value) not in (select by, value from jsonb_to_recordset($3::jsonb) as kept(by text, value text)))
         insert into insight_months (month, frozen_at, ${sums})
         select $1, $2, ${sums} from jsonb_to_recordset($3::jsonb)
           as row(by text, value text, facts integer, people text[], workers text[], tallies jsonb)
         on conflict (month, by, value) do update set facts = excluded.facts, people = excluded.people,
           workers = excluded.workers, tallies = excluded.tallies`,
        [month, at, toJson(rows)],
      );
    },
    async addRevisions(revisions) {
      const rows = revisions.map(({ caseNumbers, ...rest }) => ({ ...rest, case_numbers: caseNumbers }));
      await client.query(
        `insert into insight_revisions (at, month, by, value, measure, old, new, why, case_numbers)
         select at, month, by, value, measure, old, new, why, case_numbers from jsonb_to_recordset($1::jsonb)
           as row(at timestamptz, month text, by text, value text, measure text, old jsonb, new jsonb, why text,
                  case_numbers text[])`,
        [toJson(rows)],
      );
    },
    revisions: (month, before, limit) =>
      rowsOf(
        RevisionRow,
        client,
        `select r.*, case when by = 'load' then least(cardinality(m.people), cardinality(m.workers))
             else cardinality(m.people) end as people
           from insight_revisions r left join insight_months m using (month, by, value)
           where ($1::text is null or month = $1) and ($2::bigint is null or seq < $2) order by seq desc limit $3`,
        [month, before, limit],
      ),
  };
}
