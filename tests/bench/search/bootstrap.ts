import { createDice } from './dice.ts';

export type Difference = {
  /** Mean of ours less theirs. */
  readonly mean: number;
  /** The middle 95 % of what chance makes of it. */
  readonly low: number;
  readonly high: number;
};

const rounds = 2_000;

/** Paired bootstrap over the questions (Sakai 2006): both engines are judged on the same drawn questions. */
export function compare(ours: readonly number[], theirs: readonly number[]): Difference {
  const differences = ours.map((value, index) => value - (theirs[index] ?? 0));
  const dice = createDice(differences.length);
  const means = Array.from({ length: rounds }, () => meanOf(differences.map(() => dice.one(differences))));
  const sorted = means.sort((a, b) => a - b);
  return {
    mean: meanOf(differences),
    low: sorted[Math.floor(rounds * 0.025)] ?? 0,
    high: sorted[Math.floor(rounds * 0.975)] ?? 0,
  };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
