import { z } from 'zod';
import { Category } from '#bot/desk/category.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import type { Queryable } from '../database.ts';
import { rowsOf } from '../rows.ts';
import { conditions } from './fact-conditions.ts';
import { FactRow } from './fact-row.ts';

const NoteRow = z
  .object({
    note_id: z.string(),
    shown: z.number(),
    solved: z.number(),
    not_solved: z.number(),
    cases: z.number(),
  })
  .transform(({ note_id, not_solved, ...rest }) => ({
    ...rest,
    noteId: note_id,
    notSolved: not_solved,
    silent: Math.max(rest.shown - rest.solved - not_solved, 0),
  }));

const IncidentRow = z
  .object({ site_id: z.string(), category: Category, before: z.number(), lately: z.number() })
  .transform(({ site_id, ...rest }) => ({ ...rest, siteId: site_id }));

/** Facts by what they are filtered by, and notes by what became of them. */
export function readFacts(
  client: Queryable,
): Pick<
  InsightStore,
  'facts' | 'factsOfMeasure' | 'factsOfNote' | 'noteCounts' | 'incidentCounts' | 'factsWithContractor'
> {
  return {
    facts(filter) {
      const { where, values } = conditions(filter, 'case_facts');
      return rowsOf(FactRow, client, `select data from case_facts where ${where}`, values);
    },
    factsOfMeasure({ filter, measure, part, before, limit }) {
      const { where, values } = conditions(filter, 'case_facts');
      const place = (n: number) => `$${values.length + n}`;
      const parts = {
        yes: `yes @> array[${place(1)}]`,
        no: `no @> array[${place(1)}]`,
        all: `(yes @> array[${place(1)}] or no @> array[${place(1)}])`,
      };
      const earlier = before === null ? '' : `and (at, id) < (${place(3)}, ${place(4)})`;
      return rowsOf(
        FactRow,
        client,
        `select data from case_facts where ${where} and ${parts[part]} ${earlier}
         order by at desc, id desc limit ${place(2)}`,
        [...values, measure, limit, ...(before === null ? [] : [before.at, before.id])],
      );
    },
    incidentCounts: (from, since) =>
      rowsOf(
        IncidentRow,
        client,
        `select site_id, category, count(*) filter (where at < $2)::int as before,
           count(*) filter (where at >= $2)::int as lately
         from case_facts where at >= $1 and type = 'incident' and site_id is not null group by 1, 2`,
        [from, since],
      ),
    factsWithContractor: (since) =>
      rowsOf(FactRow, client, 'select data from case_facts where contractor_id is not null and at >= $1', [
        since,
      ]),
    factsOfNote: ({ noteId, since, before, limit }) =>
      rowsOf(
        FactRow,
        client,
        `select data from case_facts where at >= $1 and matter = 'case' and data->'notes' ? $2
           and ($3::timestamptz is null or (at, id) < ($3, $4)) order by at desc, id desc limit $5`,
        [since, noteId, before?.at ?? null, before?.id ?? '', limit],
      ),
    noteCounts: (since) =>
      rowsOf(
        NoteRow,
        client,
        `with told as (
           select note_id, count(*) filter (where outcome = 'shown')::int as shown,
             count(*) filter (where outcome = 'solved')::int as solved,
             count(*) filter (where outcome = 'not-solved')::int as not_solved
           from note_outcomes where at >= $1 and undone_at is null and outcome in ('shown', 'solved', 'not-solved')
           group by note_id
         ), opened as (
           select note_id, count(*)::int as cases
           from case_facts, jsonb_array_elements_text(data->'notes') as note_id
           where at >= $1 and matter = 'case' group by note_id
         )
         select told.*, coalesce(opened.cases, 0) as cases from told left join opened using (note_id)
         order by shown desc, note_id collate "C"`,
        [since],
      ),
  };
}
