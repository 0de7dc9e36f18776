/** One thing that was claimed: what it was judged by, and whether it was right. */
export type Claim = { readonly features: readonly number[]; readonly right: boolean };

/** Base first, then a slope for each feature. */
export type Weights = readonly number[];

const mostRounds = 200;
/** Holds the slopes back where few claims speak. */
const penalty = 0.5;

/** Logistic regression by Newton's method with a ridge penalty on the slopes. */
export function fitLogistic(claims: readonly Claim[]): Weights {
  const rows = claims.map(({ features }) => [1, ...features]);
  let weights: number[] = (rows[0] ?? [1]).map(() => 0);
  for (let round = 0; round < mostRounds; round += 1) {
    const { gradient, hessian } = slopesAt(weights, rows, claims);
    const step = solve(hessian, gradient);
    weights = weights.map((weight, at) => weight + (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-6) break;
  }
  return weights;
}

export function predict(weights: Weights, features: readonly number[]): number {
  const [base = 0, ...slopes] = weights;
  const sum = features.reduce((total, value, at) => total + value * (slopes[at] ?? 0), base);
  return 1 / (1 + Math.exp(-sum));
}

function slopesAt(weights: readonly number[], rows: readonly number[][], claims: readonly Claim[]) {
  const held = weights.map((weight, at) => (at === 0 ? 0 : -penalty * weight));
  const gradient = [...held];
  const hessian = weights.map((_row, at) =>
    weights.map((_column, other) => (at === other && at > 0 ? penalty : 1e-9 * Number(at === other))),
  );
  for (const [index, row] of rows.entries()) {
    const said = predict(weights, row.slice(1));
    const miss = Number(claims[index]?.right) - said;
    for (const [at, value] of row.entries()) {
      gradient[at] = (gradient[at] ?? 0) + miss * value;
      const line = hessian[at];
      if (line === undefined) continue;
      for (const [other, times] of row.entries())
        line[other] = (line[other] ?? 0) + said * (1 - said) * value * times;
    }
  }
  return { gradient, hessian };
}

/** Gauss–Jordan with the largest pivot; the matrix is small and positive definite. */
function solve(matrix: readonly (readonly number[])[], values: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, values[at] ?? 0]);
  for (let column = 0; column < rows.length; column += 1) {
    const from = rows
      .slice(column)
      .reduce(
        (best, row, at) =>
          Math.abs(row[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0) ? at + column : best,
        column,
      );
    const pivot = rows[from] ?? [];
    rows[from] = rows[column] ?? [];
    rows[column] = pivot;
    const divisor = pivot[column] || 1;
    rows[column] = pivot.map((value) => value / divisor);
    for (const [at, row] of rows.entries()) {
      const times = row[column] ?? 0;
      if (at === column || times === 0) continue;
      rows[at] = row.map((value, index) => value - times * (rows[column]?.[index] ?? 0));
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}
