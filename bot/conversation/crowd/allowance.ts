/** So many at once after a rest, and so many in a second for as long as it goes on. */
export type Allowance = { readonly burst: number; readonly perSecond: number };

type Bucket = { left: number; at: number };

export type Allowances = {
  /** Milliseconds until there is one more for that key; 0: now. */
  wait(key: string): number;
  /** One is used. */
  use(key: string): void;
};

/** Buckets that are full again are forgotten after so many questions. */
const tidyEvery = 1_000;

/** Counts for each key by itself, in this process alone. `elapsed`: milliseconds on a clock that never jumps. */
export function createAllowances(allowance: Allowance, elapsed: () => number): Allowances {
  const buckets = new Map<string, Bucket>();
  const fullAfter = (allowance.burst / allowance.perSecond) * 1_000;
  let asked = 0;
  const tidy = (now: number) => {
    for (const [key, { at }] of buckets) if (now - at > fullAfter) buckets.delete(key);
  };
  const refilled = (key: string): Bucket => {
    const now = elapsed();
    if (asked++ % tidyEvery === 0) tidy(now);
    const bucket = buckets.get(key) ?? { left: allowance.burst, at: now };
    bucket.left = Math.min(allowance.burst, bucket.left + ((now - bucket.at) / 1_000) * allowance.perSecond);
    bucket.at = now;
    buckets.set(key, bucket);
    return bucket;
  };
  return {
    wait(key) {
      const { left } = refilled(key);
      return left >= 1 ? 0 : Math.ceil(((1 - left) / allowance.perSecond) * 1_000);
    },
    use(key) {
      refilled(key).left -= 1;
    },
  };
}
