import type { InsightStore } from './insight-store.ts';
import { findMeasure } from './measures/measures.ts';
import { figureOf } from './measures/tally.ts';
import { readSums, stretchOf } from './read-figures.ts';

/** What /metrics tells: few, and of the whole desk. */
const gaugedShares = [
  'self-resolved',
  'coverage',
  'promises-kept',
  'contractor-kept',
  'notes-helped',
] as const;
const gaugedTimes = ['acknowledgement-incident-service', 'resolution-incident-service'] as const;

export type InsightGauges = {
  /** Measure and value, of the last 13 weeks; one that rests on too few is left out. */
  readonly shares: readonly (readonly [string, number])[];
  readonly seconds: readonly (readonly [string, number])[];
  /** Seconds since it was counted last; null: never. */
  readonly age: number | null;
};

export async function readGauges(store: InsightStore, at: Date, timezone: string): Promise<InsightGauges> {
  const { weeks, month } = stretchOf('13-weeks', at, timezone);
  const { tallies } = await readSums(store, { weeks, month }, { at });
  const told = (ids: readonly string[]) =>
    ids.flatMap((id) => {
      const measure = findMeasure(id);
      const value = measure && figureOf(measure, tallies[id]).value;
      return value === null ? [] : [[id, value] as const];
    });
  const mark = await store.mark();
  const age = mark === null ? null : (at.getTime() - mark.countedAt.getTime()) / 1_000;
  return { shares: told(gaugedShares), seconds: told(gaugedTimes), age };
}
