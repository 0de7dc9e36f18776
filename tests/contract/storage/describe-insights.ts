import { describe, expect, it } from 'vitest';
import { eraseRows } from '#adapters/storage/privacy/erase-rows.ts';
import { addUp, countFact } from '#bot/insights/add-up.ts';
import type { Fact } from '#bot/insights/facts/fact.ts';
import { breakdowns, type FactFilter, keptWays, type WayOfSumming } from '#bot/insights/insight-store.ts';
import { measures } from '#bot/insights/measures/measures.ts';
import { fewPeople, type Tallies } from '#bot/insights/measures/tally.ts';
import { readBreakdown, readSums, readWeeks } from '#bot/insights/read-figures.ts';
import { erasedId } from '#bot/privacy/anonymise-case.ts';
import { randomFact } from '../../support/random-fact.ts';
import { createRandom } from '../../support/seeded-year.ts';
import type { Opened } from './engine.ts';

const at = new Date('2026-11-23T08:15:00Z');
const seed = 11;
const questions = 12;
const erased = ['p2-1', 't3'];

export function describeInsights(opened: Opened): void {
  describe('figures', () => {
    it(`are what a straight count of the facts says, whatever is asked and whatever changed (seed ${seed})`, async () => {
      const { insights, database } = opened();
      await insights.clear();
      const random = createRandom(seed);
      for (let round = 0; round < 3; round += 1) {
        // Those of the round before among them: a changed fact moves to other weeks, sites and people.
        const facts = Array.from({ length: 80 }, (_, n) => randomFact(round * 50 + n, at, random));
        const ids = facts.map(({ id }) => id);
        const cells = [...(await insights.putFacts(facts, at)), ...(await insights.linkReturns(ids, at))];
        if (round === 1) {
          await eraseRows(database, erased);
          // As erasing does with every text afterwards.
          for (const who of erased)
            await database.query('update case_facts set data = replace(data::text, $1, $2)::jsonb', [
              `"${who}"`,
              `"${erasedId}"`,
            ]);
        }
        for (const cell of round === 1 ? [...cells, ...(await insights.allCells())] : cells)
          await insights.putCell(cell, addUp(await insights.factsOfCell(cell, at), keptWays));
        for (let n = 0; n < questions; n += 1) await compare(insightsOf(opened), random);
      }
    });
  });
}

const insightsOf = (opened: Opened) => opened().insights;

/** One question at random, put to the kept sums and to the facts one by one. */
async function compare(insights: ReturnType<typeof insightsOf>, random: () => number): Promise<void> {
  const filter = randomFilter(random);
  const by = breakdowns[Math.floor(random() * breakdowns.length)] ?? 'all';
  const measure = measures[Math.floor(random() * measures.length)]?.id ?? '';
  const facts = await insights.facts(filter);
  const asked = JSON.stringify({ filter, by, measure });
  const every = tell(await insights.sumFacts({ filter, by: 'week', at }));
  expect(withoutPeople(every), asked).toEqual(withoutPeople(straight(facts, 'week')));
  expect(tell(await insights.sumFacts({ filter, by, at })), asked).toEqual(straight(facts, by));
  const whole = await readSums(insights, filter, { at });
  expect(tell(whole.facts === 0 ? [] : [whole]), asked).toEqual(straight(facts, 'all'));
  const none = await readSums(insights, filter, { at, measure: null });
  expect(none, asked).toMatchObject({ facts: whole.facts, tallies: {} });
  expect(atLeastFive(none.people), asked).toBe(atLeastFive(whole.people));
  const weeks = await readWeeks(insights, filter, { measure, at });
  const told = tell([...weeks].map(([value, total]) => ({ ...total, value })));
  expect(withoutPeople(told), asked).toEqual(withoutPeople(straight(facts, 'week', measure)));
  const rows = await readBreakdown(insights, filter, { by, measure, at });
  expect(tell(rows), asked).toEqual(straight(facts, by, measure));
}

function randomFilter(random: () => number): FactFilter {
  const maybe = (...values: readonly string[]) =>
    random() < 0.3 ? values[Math.floor(random() * values.length)] : undefined;
  const months = ['2026-09', '2026-10', '2026-11'];
  const month = random() < 0.4 ? (months[Math.floor(random() * months.length)] ?? null) : null;
  return {
    month,
    weeks: month === null && random() < 0.8 ? { from: '2026-10-12', to: '2026-11-23' } : null,
    site: maybe('plats0', 'plats1', 'plats5'),
    area: maybe('norra', 'södra'),
    kind: maybe('school', 'preschool'),
    category: maybe('printer', 'av', 'phone'),
    priority: maybe('low', 'critical'),
    type: maybe('incident', 'service-request'),
  };
}

type Told = Record<string, { facts: number; people: number; tallies: unknown }>;
type Summed = {
  readonly value: string;
  readonly facts: number;
  readonly people: number;
  readonly tallies: Tallies;
};

/** From five people on it is enough to know that. Weeks with none of the measure are as good as none. */
function tell(rows: readonly Summed[]): Told {
  return Object.fromEntries(
    rows.map(({ value, facts, people, tallies }) => [
      value,
      { facts, people: Math.min(people, fewPeople), tallies: rounded(tallies) },
    ]),
  );
}

/** How many people a week rests on is nowhere told. */
const withoutPeople = (told: Told) =>
  Object.fromEntries(Object.entries(told).map(([value, { facts, tallies }]) => [value, { facts, tallies }]));

function straight(facts: readonly Fact[], by: WayOfSumming, only?: string): Told {
  const valueIn = (fact: Fact) => (by === 'week' ? fact.week : countFact(fact, at).values[by]);
  const groups = [...Map.groupBy(facts, valueIn)].flatMap(([value, own]) =>
    value === null
      ? []
      : addUp(
          own.map((fact) => countFact(fact, at, only)),
          ['all'],
        ).map(({ facts: count, people, tallies }) => ({
          value,
          facts: count,
          people: people.length,
          tallies,
        })),
  );
  return tell(groups);
}

/** Costs are added up in another order. */
function rounded(tallies: Tallies): unknown {
  return Object.fromEntries(
    Object.entries(tallies).map(([id, tally]) => [id, { ...tally, n: Math.round(tally.n * 1e6) / 1e6 }]),
  );
}

const atLeastFive = (people: number) => people >= fewPeople;
