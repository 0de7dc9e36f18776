import type { MeasureText } from '#bot/web/api/contract/insights-contract.ts';

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
/** Steps that a clock has; longer ones are whole days. */
const timeSteps = [
  1,
  5,
  15,
  30,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  day,
];

/** Places of lines across a chart, from 0 to what holds the highest value: four steps at most. */
export function ticksFor(highest: number, unit: MeasureText['unit']): readonly number[] {
  if (unit === 'share') return [0, 0.5, 1];
  if (!(highest > 0)) return [0, unit === 'time' ? minute : 1];
  const step = unit === 'time' ? timeStep(highest / 4) : decimalStep(highest / 4, unit === 'count' ? 1 : 0);
  const count = Math.ceil(highest / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

function timeStep(least: number): number {
  return timeSteps.find((step) => step >= least) ?? decimalStep(least / day, 1) * day;
}

/** 1, 2 or 5 of a power of ten. */
function decimalStep(least: number, smallest: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const step =
    [1, 2, 5, 10].map((part) => part * power).find((value) => value >= least - 1e-12) ?? power * 10;
  return Math.max(step, smallest);
}

/** Every how many columns have their name under them, when each name needs so many pixels. */
export function labelEvery(columns: number, width: number, labelWidth: number): number {
  const fitting = Math.max(1, Math.floor(width / labelWidth));
  return Math.max(1, Math.ceil(columns / fitting));
}
