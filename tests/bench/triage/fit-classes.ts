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
  const random = mulberry(seed);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    const pace = step * (1 - round / rounds);
    for (const example of order) learn(fit, example, pace, decay);
  }
  return fit;
}

function learn(fit: Fit, { features, label }: Example, pace: number, decay: number): void {
  const share = shareOf(features);
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

function shareOf(features: readonly number[]): number {
  return 1 / Math.sqrt(Math.max(1, features.length));
}

/** How likely each kind is. */
export function chancesOf({ weights, bases }: Fit, features: readonly number[]): number[] {
  const share = shareOf(features);
  const sums = weights.map((own, kind) => {
    let sum = 0;
    for (const feature of features) sum += own[feature] ?? 0;
    return sum * share + (bases[kind] ?? 0);
  });
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - most));
  const all = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / all);
}

function shuffle<T>(order: T[], random: () => number): void {
  for (let end = order.length - 1; end > 0; end -= 1) {
    const other = Math.floor(random() * (end + 1));
    [order[end], order[other]] = [order[other] as T, order[end] as T];
  }
}

function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
