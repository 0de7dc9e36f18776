import { calibration } from './calibration.ts';

/** What a found note is judged by. */
export type Standing = {
  readonly score: number;
  /** Score less that of the best other note: below 0 for all but the first. */
  readonly lead: number;
};

export type Calibration = { readonly base: number } & Standing;

/**
 * 0–1: how often a note that stands so is right, on questions that some note answers. A logistic curve. Its figures
 * come from open question sets (calibration.ts) and are checked on folds and on sets held out of the fit, but the
 * ranking's own weights were chosen on those sets too.
 */
export function probabilityOf({ score, lead }: Standing, curve: Calibration = calibration): number {
  return 1 / (1 + Math.exp(-(curve.base + curve.score * score + curve.lead * lead)));
}
