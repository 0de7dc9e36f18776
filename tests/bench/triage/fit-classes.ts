import { evenShare, toChances } from '#bot/triage/wording/to-chances.ts';
import { createDice, type Dice } from '../search/dice.ts';

/** One text: which of the features it has, and what it is. */
export type Example = { readonly features: readonly number[]; readonly label: number };

export type Fit = { readonly weights: readonly Float64Array[]; readonly bases: Float64Array };

export type FitOptions = {
  readonly rounds: number;
  readonly step: number;
  readonly decay: number;
  readonly seed: number;
};

/**
 * Softmax regression over yes/no features, each text's length evened out. Plain stochastic gradients whose steps grow
 * shorter: what few texts hold gets a small weight by itself.
 */
export function fitClasses(
  examples: readonly Example[],
  size: { readonly features: number; readonly classes: number },
  { rounds, step, decay, seed }: FitOptions,
): Fit {
  const weights = Array.from({ length: size.classes }, () => new Float64Array(size.features));
  const fit = { weights, bases: new Float64Array(size.classes) };
  const order = [...examples];
  const dice = createDice(seed);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, dice);
    const pace = step * (1 - round / rounds);
    for (const example of order) learn(fit, example, pace, decay);
  }
  return fit;
}

function learn(fit: Fit, { features, label }: Example, pace: number, decay: number): void {
  const share = evenShare(features.length);
  chancesOf(fit, features).forEach((chance, kind) => {
    const own = fit.weights[kind];
    const error = chance - Number(kind === label);
    if (own === undefined) return;
    fit.bases[kind] = (fit.bases[kind] ?? 0) - pace * 0.01 * error;
    for (const feature of features) {
      const weight = own[feature] ?? 0;
      own[feature] = weight - pace * (error * share + decay * weight);
    }
  });
}

/** How likely each kind is. */
export function chancesOf({ weights, bases }: Fit, features: readonly number[]): number[] {
  const share = evenShare(features.length);
  const sums = weights.map((own, kind) => {
    let sum = 0;
    for (const feature of features) sum += own[feature] ?? 0;
    return sum * share + (bases[kind] ?? 0);
  });
  return toChances(sums);
}

function shuffle<T>(order: T[], dice: Dice): void {
  for (let end = order.length - 1; end > 0; end -= 1) {
    const other = dice.under(end + 1);
    [order[end], order[other]] = [order[other] as T, order[end] as T];
  }
}
