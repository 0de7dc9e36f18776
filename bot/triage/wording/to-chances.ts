/** What each of a text's features counts, so that a long text weighs no more than a short one. */
export function evenShare(features: number): number {
  return 1 / Math.sqrt(Math.max(1, features));
}

/** Softmax: sums of any size to 0–1 each, together 1. */
export function toChances(sums: readonly number[]): number[] {
  const most = Math.max(...sums);
  const parts = sums.map((sum) => Math.exp(sum - most));
  const all = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / all);
}
