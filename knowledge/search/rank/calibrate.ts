import { calibration } from './calibration.ts';

/** What a found note is judged by. */
export type Standing = {
  readonly score: number;
  /** Score less that of the best other note: below 0 for all but the first. */
  readonly lead: number;
};

/**
 * What the curve sees of it. By the root, since the first steps of a lead tell most; a lead and a lag each by
 * themselves.
 */
export type StandingFeatures = { readonly score: number; readonly ahead: number; readonly behind: number };

export type Calibration = { readonly base: number } & StandingFeatures;

export function featuresOf({ score, lead }: Standing): StandingFeatures {
  return { score, ahead: Math.sqrt(Math.max(lead, 0)), behind: -Math.sqrt(Math.max(-lead, 0)) };
}

/**
 * 0–1: how often a note that stands so is right, on questions that some note answers. A logistic curve. Its figures
 * come from open question sets (calibration.ts) and are checked on folds and on sets held out of the fit, but the
 * ranking's own weights were chosen on those sets too.
 */
export function probabilityOf(standing: Standing, curve: Calibration = calibration): number {
  const { score, ahead, behind } = featuresOf(standing);
  const sum = curve.base + curve.score * score + curve.ahead * ahead + curve.behind * behind;
  return 1 / (1 + Math.exp(-sum));
}
