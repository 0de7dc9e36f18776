import type { Figure, MeasureText } from '#bot/web/api/contract/insights-contract.ts';

/** `same`: not further apart than chance would put them. `changed`: where neither way is better. */
export type Change = 'better' | 'worse' | 'changed' | 'same' | 'unknown';

type Measured = Pick<MeasureText, 'unit' | 'direction'>;

/** Two standard errors: about one in twenty goes beyond by chance. */
const apart = 2;
/** Of a median nothing but the number is known here: a tenth is what a person notices. */
const noticeable = 0.1;

/** How a figure stands to the one before it. Nothing is called better or worse on a handful, or within what chance does. */
export function judgeChange(now: Figure, before: Figure | null, measure: Measured): Change {
  if (before === null || now.small || before.small) return 'unknown';
  const difference = differenceOf(now, before, measure.unit);
  if (difference === null) return 'unknown';
  if (difference === 0) return 'same';
  if (measure.direction === 'none') return 'changed';
  return difference > 0 === (measure.direction === 'up') ? 'better' : 'worse';
}

/** 1 or -1 when it is more or less, 0 when that may be chance, null when it cannot be said. */
function differenceOf(now: Figure, before: Figure, unit: MeasureText['unit']): number | null {
  if (unit === 'share') return betweenShares(now, before);
  if (unit === 'count') return betweenCounts(now.count, before.count);
  if (now.value === null || before.value === null) return null;
  if (before.value === 0) return now.value === 0 ? 0 : 1;
  const relative = now.value / before.value - 1;
  return Math.abs(relative) < noticeable ? 0 : Math.sign(relative);
}

/** Two proportions with a pooled error. */
function betweenShares(now: Figure, before: Figure): number | null {
  if (now.denominator === 0 || before.denominator === 0) return null;
  const pooled = (now.count + before.count) / (now.denominator + before.denominator);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / now.denominator + 1 / before.denominator));
  const difference = now.count / now.denominator - before.count / before.denominator;
  return error === 0 || Math.abs(difference) < apart * error ? 0 : Math.sign(difference);
}

/** Counts of things that happen by themselves vary by about their root. */
function betweenCounts(now: number, before: number): number {
  const error = Math.sqrt(now + before);
  return error === 0 || Math.abs(now - before) < apart * error ? 0 : Math.sign(now - before);
}
