import type { Fact } from './facts/fact.ts';
import { type Breakdown, breakdowns, type Sums } from './insight-store.ts';
import { measures } from './measures/measures.ts';
import { createTallying, fewPeople, mergeTallies } from './measures/tally.ts';

const readValue: Readonly<Record<Breakdown, (fact: Fact) => string | null>> = {
  all: () => '',
  site: ({ siteId }) => siteId,
  area: ({ area }) => area,
  kind: ({ siteKind }) => siteKind,
  category: ({ category }) => category,
  priority: ({ priority }) => priority,
  type: ({ type }) => type,
  load: ({ load }) => load,
  contractor: ({ contractorId }) => contractorId,
};

/** The sums of some facts, in one way or in every way. */
export function addUp(
  facts: readonly Fact[],
  at: Date,
  ways: readonly Breakdown[] = breakdowns,
  only?: string,
): Sums[] {
  const counted = only === undefined ? measures : measures.filter(({ id }) => id === only);
  return ways.flatMap((by) => {
    const sums = new Map<string, ReturnType<typeof createTallying>>();
    for (const fact of facts) {
      const value = readValue[by](fact);
      if (value === null) continue;
      const known = sums.get(value) ?? createTallying(at, counted);
      sums.set(value, known);
      known.add(fact);
    }
    return [...sums].map(([value, tallying]) => ({ by, value, ...tallying.result() }));
  });
}

/** Sums of the same value in several cells, together. */
export function mergeSums(rows: readonly Sums[]): Sums[] {
  const groups = Map.groupBy(rows, ({ by, value }) => `${by} ${value}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const few = (of: (row: Sums) => readonly string[]) => [...new Set(group.flatMap(of))].slice(0, fewPeople);
    return [
      {
        by: first.by,
        value: first.value,
        facts: group.reduce((sum, { facts }) => sum + facts, 0),
        people: few(({ people }) => people),
        workers: few(({ workers }) => workers),
        tallies: mergeTallies(group.map(({ tallies }) => tallies)),
      },
    ];
  });
}
