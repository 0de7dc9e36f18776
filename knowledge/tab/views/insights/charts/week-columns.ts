import type { MeasureText, WeekFigure } from '#bot/web/api/contract/insights-contract.ts';

/**
 * One week on a chart. `height`: the dark column; `track`: the light one behind it (all there were, or a hundred per
 * cent); `upTo`: the thin line to what nine of ten were within; `few`: a time that is not told.
 */
export type Column = {
  readonly week: string;
  readonly height: number;
  readonly track: number | null;
  readonly upTo: number | null;
  readonly few: boolean;
};

/** `percent`: of a hundred; `counts`: how many of how many, where most weeks have too few for a share. */
export type ChartKind = 'percent' | 'counts' | 'times' | 'numbers';

export function kindOf(weeks: readonly WeekFigure[], unit: MeasureText['unit']): ChartKind {
  if (unit === 'time') return 'times';
  if (unit !== 'share') return 'numbers';
  const some = weeks.filter(({ figure }) => figure.denominator > 0);
  const enough = some.filter(({ figure }) => !figure.small).length;
  return some.length > 0 && enough >= 0.75 * some.length ? 'percent' : 'counts';
}

export function columnsOf(weeks: readonly WeekFigure[], unit: MeasureText['unit']): readonly Column[] {
  const kind = kindOf(weeks, unit);
  return weeks.map(({ week, figure: { value, p90, count, denominator, small } }) => {
    const nothing = { week, height: 0, track: null, upTo: null, few: denominator > 0 && small };
    if (kind === 'counts') return { ...nothing, height: count, track: denominator, few: false };
    if (kind === 'numbers') return { ...nothing, height: unit === 'count' ? count : (value ?? 0) };
    if (value === null || small) return nothing;
    if (kind === 'percent') return { ...nothing, height: value, track: 1 };
    return { ...nothing, height: value, upTo: p90 };
  });
}

export function highestOf(columns: readonly Column[]): number {
  return Math.max(0, ...columns.flatMap(({ height, track, upTo }) => [height, track ?? 0, upTo ?? 0]));
}
