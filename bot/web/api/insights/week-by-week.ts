import { addDays, localDate } from '#bot/desk/local-time.ts';
import { mondayOf } from '#bot/insights/facts/local-week.ts';
import type { InsightStore } from '#bot/insights/insight-store.ts';
import type { Measure } from '#bot/insights/measures/measures.ts';
import { fewPeople, figureOf, mergeTallies } from '#bot/insights/measures/tally.ts';
import { readWeeks } from '#bot/insights/read-figures.ts';
import type { MeasureSeries } from '../contract/insights-contract.ts';
import type { Asking, Seen } from './find-scope.ts';

/**
 * The measure whole, and in every week since counting began: one in which nothing happened is there, and says so. Of
 * fewer than five people only the whole is told.
 */
export async function weekByWeek(
  store: InsightStore,
  { scope, selection, total }: Seen,
  measure: Measure,
  { now, loaded }: Asking,
): Promise<Pick<MeasureSeries, 'figure' | 'weeks' | 'weeksWithheld'>> {
  if (scope.withheld) return { figure: figureOf(measure), weeks: [], weeksWithheld: true };
  const known = await readWeeks(store, selection, { measure: measure.id, at: now });
  const whole = mergeTallies([...known.values()].map(({ tallies }) => tallies));
  const figure = figureOf(measure, whole[measure.id]);
  if (total.facts > 0 && total.people < fewPeople) return { figure, weeks: [], weeksWithheld: true };
  const first = (await store.months()).at(-1);
  const today = localDate(now, loaded.desk.settings.timezone);
  if (first === undefined) return { figure, weeks: [], weeksWithheld: false };
  const from = mondayOf(scope.from < `${first}-01` ? `${first}-01` : scope.from);
  const weeks: MeasureSeries['weeks'] = [];
  for (let week = from; week <= scope.to && week <= today; week = addDays(week, 7))
    weeks.push({ week, figure: figureOf(measure, known.get(week)?.tallies[measure.id]) });
  return { figure, weeks, weeksWithheld: false };
}
