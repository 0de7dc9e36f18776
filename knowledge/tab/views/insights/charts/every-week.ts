import { addDays } from '#bot/desk/local-time.ts';
import type { Figure, MeasureSeries, WeekFigure } from '#bot/web/api/contract/insights-contract.ts';
import { mondayOf } from '../../desk/rota/rota-week.ts';

type Series = Pick<MeasureSeries, 'scope' | 'weeks'>;

const nothing: Figure = { value: null, p90: null, count: 0, denominator: 0, small: true };

/**
 * Every week since counting began until it was counted last, also those in which nothing happened: a chart must not skip
 * time, nor say that nothing happened before anybody counted.
 */
export function everyWeek({ scope, weeks }: Series): readonly WeekFigure[] {
  const known = new Map(weeks.map(({ week, figure }) => [week, figure]));
  const until = endOf(scope);
  const all: WeekFigure[] = [];
  const first = weeks.map(({ week }) => week).sort()[0] ?? scope.from;
  for (let week = mondayOf(first); week <= until; week = addDays(week, 7))
    all.push({ week, figure: known.get(week) ?? nothing });
  return all;
}

/** A last week that goes on looks like a fall where nothing has fallen. */
export function isLastUnfinished({ scope }: Pick<Series, 'scope'>): boolean {
  return !scope.frozen && scope.countedAt !== null && scope.countedAt.slice(0, 10) <= scope.to;
}

/** The day as of which it was counted, by the world's clock: an hour more or less is the same week but once. */
function endOf({ to, countedAt }: MeasureSeries['scope']): string {
  const counted = countedAt?.slice(0, 10) ?? to;
  return counted < to ? counted : to;
}
