import type { InsightStore } from '#bot/insights/insight-store.ts';
import type { Measure } from '#bot/insights/measures/measures.ts';
import { fewPeople, figureOf, mergeTallies } from '#bot/insights/measures/tally.ts';
import { readBreakdown } from '#bot/insights/read-figures.ts';
import { splitFew } from '#bot/insights/split-few.ts';
import type { BreakdownBy, MeasureBreakdown } from '../contract/insights-contract.ts';
import type { Asking, Seen } from './find-scope.ts';
import { inOrder, labelOf } from './labels.ts';

/**
 * Rows of the measure, each of at least five people; the rest is told together. By load it is also five technicians
 * in all: else it would say how one of them does.
 */
export async function breakDown(
  store: InsightStore,
  seen: Seen,
  { measure, by }: { readonly measure: Measure; readonly by: BreakdownBy },
  { loaded, language, now }: Asking,
): Promise<Pick<MeasureBreakdown, 'rows' | 'tooFew' | 'withheld'>> {
  const isFew = seen.total.people < fewPeople || (by === 'load' && seen.total.workers < fewPeople);
  if (seen.scope.withheld || isFew) return { rows: [], tooFew: null, withheld: true };
  const all = await readBreakdown(store, seen.selection, { by, measure: measure.id, at: now });
  const counted = all.filter(({ tallies }) => tallies[measure.id] !== undefined);
  const { shown, few } = splitFew(counted);
  const rows = shown.map(({ value, tallies }) => ({
    value,
    label: labelOf(by, value, loaded.desk, language),
    figure: figureOf(measure, tallies[measure.id]),
  }));
  const together = mergeTallies(few.map(({ tallies }) => tallies));
  return {
    rows: inOrder(by, rows, language),
    // One alone would be told as itself, where there is no other to tell it with.
    tooFew: few.length < 2 ? null : { rows: few.length, figure: figureOf(measure, together[measure.id]) },
    withheld: false,
  };
}
