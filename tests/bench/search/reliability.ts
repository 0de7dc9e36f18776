import { type Claim, fitLogistic, predict, type Weights } from './logistic.ts';

/** Claims of one question, of one set. */
export type Asked = { readonly set: string; readonly claims: readonly Claim[] };

export type Judged = { readonly said: number; readonly right: boolean };

const folds = 5;

/** Every question judged by a curve that was fitted on other questions (each fifth is held out in turn). */
export function byFolds(asked: readonly Asked[]): Judged[] {
  return Array.from({ length: folds }, (_, fold) =>
    judgeWith(
      fitLogistic(claimsOf(asked.filter((_each, index) => index % folds !== fold))),
      asked.filter((_each, index) => index % folds === fold),
    ),
  ).flat();
}

/** Every set judged by a curve that was fitted on the other sets alone. */
export function bySets(asked: readonly Asked[]): Judged[] {
  const sets = [...new Set(asked.map(({ set }) => set))];
  return sets.flatMap((set) =>
    judgeWith(
      fitLogistic(claimsOf(asked.filter((each) => each.set !== set))),
      asked.filter((each) => each.set === set),
    ),
  );
}

export function judgeWith(weights: Weights, asked: readonly Asked[]): Judged[] {
  return claimsOf(asked).map(({ features, right }) => ({ said: predict(weights, features), right }));
}

export function claimsOf(asked: readonly Asked[]): Claim[] {
  return asked.flatMap(({ claims }) => claims);
}

/** For each tenth: how sure we said that we were, and how many were right; then two figures for the whole. */
export function renderReliability(title: string, judged: readonly Judged[]): string {
  const rows = Array.from({ length: 10 }, (_, tenth) => {
    const inside = judged.filter(({ said }) => Math.min(9, Math.floor(said * 10)) === tenth);
    if (inside.length === 0) return [];
    const said = meanOf(inside.map((each) => each.said));
    const right = meanOf(inside.map((each) => Number(each.right)));
    return [
      `  .${tenth}–    ${said.toFixed(2)}    ${right.toFixed(2)}   ${String(inside.length).padStart(5)}`,
    ];
  }).flat();
  const off = meanOf(rows.length === 0 ? [] : judged.map((each) => (each.said - Number(each.right)) ** 2));
  const last = `  expected calibration error ${calibrationError(judged).toFixed(3)}, Brier score ${off.toFixed(4)}`;
  return [title, '  said    mean   right   notes', ...rows, last].join('\n');
}

/** The mean distance between said and right over the tenths, each by its notes. */
function calibrationError(judged: readonly Judged[]): number {
  const tenths = Map.groupBy(judged, ({ said }) => Math.min(9, Math.floor(said * 10)));
  return tenths
    .values()
    .reduce(
      (sum, inside) =>
        sum +
        (inside.length / judged.length) *
          Math.abs(meanOf(inside.map(({ said }) => said)) - meanOf(inside.map(({ right }) => Number(right)))),
      0,
    );
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}
