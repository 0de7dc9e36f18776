import { z } from 'zod';
import type { Fact } from '#bot/insights/facts/fact.ts';
import type { Cell, InsightStore } from '#bot/insights/insight-store.ts';
import type { Queryable } from '../database.ts';
import { rowOf, rowsOf } from '../rows.ts';
import { toJson } from '../to-json.ts';
import { caseSources } from './case-sources.ts';
import { closedMonths } from './closed-months.ts';
import { FactRow, toFactRow, upsertFacts } from './fact-row.ts';
import { readFacts } from './read-facts.ts';
import { sumCells } from './sum-cells.ts';
import { sumParts } from './sum-parts.ts';

export const CellRow: z.ZodType<Cell> = z.object({ week: z.string(), month: z.string() });

/** See InsightStore. */
export function createInsightStore(client: Queryable): InsightStore {
  return {
    ...caseSources(client),
    ...sumCells(client),
    ...closedMonths(client),
    ...readFacts(client),
    ...sumParts(client),
    ...writeFacts(client),
    ...marks(client),
  };
}

const MarkRow = z
  .object({ changed_at: z.date(), counted_at: z.date(), formulas: z.number() })
  .transform(({ changed_at, counted_at, formulas }) => ({
    changedAt: changed_at,
    countedAt: counted_at,
    formulas,
  }));
const HelpRow = z.object({ at: z.date(), data: z.unknown() });

function marks(client: Queryable): Pick<InsightStore, 'mark' | 'setMark' | 'help' | 'setHelp' | 'clear'> {
  return {
    mark: () => rowOf(MarkRow, client, 'select changed_at, counted_at, formulas from insight_mark'),
    async setMark({ changedAt, countedAt, formulas }) {
      await client.query(
        `insert into insight_mark (changed_at, counted_at, formulas) values ($1, $2, $3)
         on conflict (one) do update set changed_at = excluded.changed_at, counted_at = excluded.counted_at,
           formulas = excluded.formulas`,
        [changedAt, countedAt, formulas],
      );
    },
    help: () => rowOf(HelpRow, client, 'select at, data from insight_help'),
    async setHelp(at, data) {
      await client.query(
        `insert into insight_help (at, data) values ($1, $2)
         on conflict (one) do update set at = excluded.at, data = excluded.data`,
        [at, toJson(data)],
      );
    },
    async clear() {
      await client.query('delete from insight_mark');
      await client.query('truncate insight_cells, case_facts, fact_parts, part_sets');
    },
  };
}

const returning = (who: string, how: string) => `select a.data from case_facts b join case_facts a on a.helped
  and not a.came_back and a.category = b.category and a.id <> b.id
  and a.at > b.at - interval '15 days' and a.at < b.at and b.at > a.ended_at and b.at <= a.ended_at + interval '14 days'
  and ${how} where ${who}.id = any($1)`;
const samePerson = 'a.person = b.person';
const sameThing = 'a.site_id = b.site_id and a.things && b.things';
const returned = ['a', 'b']
  .flatMap((who) => [samePerson, sameThing].map((how) => returning(who, how)))
  .join(' union ');

function writeFacts(client: Queryable): Pick<InsightStore, 'putFacts' | 'linkReturns'> {
  const put = async (facts: readonly Fact[]): Promise<Cell[]> => {
    if (facts.length === 0) return [];
    const before = await rowsOf(
      CellRow,
      client,
      'select distinct week::text as week, month from case_facts where id = any($1)',
      [facts.map(({ id }) => id)],
    );
    await client.query(upsertFacts, [toJson(facts.map(toFactRow))]);
    return [...before, ...facts.map(({ week, month }) => ({ week, month }))];
  };
  return {
    putFacts: put,
    async linkReturns(ids) {
      const facts = await rowsOf(FactRow, client, returned, [ids]);
      return put(facts.map((fact) => ({ ...fact, cameBack: true })));
    },
  };
}
