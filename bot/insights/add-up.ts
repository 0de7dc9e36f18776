import type { Fact } from './facts/fact.ts';
import { type Breakdown, breakdowns, type KeptWay, pairs, type Sums } from './insight-store.ts';
import { type MeasuredPart, measuredParts } from './measures/measured-parts.ts';
import { measures } from './measures/measures.ts';
import { createTallying, fewPeople, mergeTallies } from './measures/tally.ts';

/** A fact as far as it is added up. */
export type CountedFact = {
  readonly values: Readonly<Record<Breakdown, string | null>>;
  readonly person: string;
  readonly worker: string | null;
  readonly parts: readonly MeasuredPart[];
};

/** `only`: one measure alone. */
export function countFact(fact: Fact, at: Date, only?: string): CountedFact {
  const { siteId: site, siteKind: kind, contractorId: contractor, person, worker } = fact;
  const { area, category, priority, type, load } = fact;
  const counted = only === undefined ? measures : measures.filter(({ id }) => id === only);
  return {
    values: { all: '', site, area, kind, category, priority, type, load, contractor },
    ...{ person, worker, parts: measuredParts(fact, at, counted) },
  };
}

/** What a fact counts as in one way; null: nothing. */
function valueIn({ values }: CountedFact, way: KeptWay): string | null {
  const [one, other] = partsOfWay.get(way) ?? ['all'];
  const [first, second] = [values[one], other === undefined ? '' : values[other]];
  if (first === null || second === null) return null;
  return other === undefined ? first : `${first}+${second}`;
}

const partsOfWay: ReadonlyMap<KeptWay, readonly [Breakdown, Breakdown?]> = new Map<
  KeptWay,
  readonly [Breakdown, Breakdown?]
>([
  ...breakdowns.map((way) => [way, [way]] as const),
  ...pairs.map((way) => [way, dimensionsOf(way)] as const),
]);

function dimensionsOf(pair: KeptWay): readonly [Breakdown, Breakdown?] {
  const [one, other] = breakdowns.filter((way) => pair.split('+').includes(way));
  if (one === undefined) throw new Error(`${pair} is no pair`);
  return other === undefined ? [one] : [one, other];
}

/** The sums of some facts, in those ways. */
export function addUp<By extends KeptWay>(facts: readonly CountedFact[], ways: readonly By[]): Sums<By>[] {
  return ways.flatMap((by) => {
    const sums = new Map<string, ReturnType<typeof createSum>>();
    for (const fact of facts) {
      const value = valueIn(fact, by);
      if (value === null) continue;
      const known = sums.get(value);
      const sum = known ?? createSum();
      if (known === undefined) sums.set(value, sum);
      sum.add(fact);
    }
    return [...sums].map(([value, sum]) => ({ by, value, ...sum.result() }));
  });
}

function createSum() {
  const tallying = createTallying();
  const people = new Set<string>();
  const workers = new Set<string>();
  let facts = 0;
  return {
    add({ person, worker, parts }: CountedFact) {
      facts += 1;
      if (people.size < fewPeople) people.add(person);
      if (worker !== null && workers.size < fewPeople) workers.add(worker);
      tallying.add(parts);
    },
    result: () => ({ facts, people: [...people], workers: [...workers], tallies: tallying.result() }),
  };
}
/** Sums of the same value in several cells, together. */
export function mergeSums<By extends KeptWay>(rows: readonly Sums<By>[]): Sums<By>[] {
  const groups = Map.groupBy(rows, ({ by, value }) => `${by} ${value}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const few = (of: (row: Sums<By>) => readonly string[]) =>
      [...new Set(group.flatMap(of))].slice(0, fewPeople);
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
