/** So many at once after a rest, and so many in a second for as long as it goes on. */
export type Allowance = { readonly burst: number; readonly perSecond: number };

export type CallLimits = {
  readonly person: Allowance;
  /** Everybody who signs in, together. */
  readonly everybody: Allowance;
};

/** Far more than anybody clicks, and far less than what a program of theirs would take from the others. */
export const usualCallLimits: CallLimits = {
  person: { burst: 200, perSecond: 20 },
  everybody: { burst: 2_000, perSecond: 200 },
};

export type CallPace = {
  /** Null: it may pass, and is counted. Else the milliseconds until it may. */
  take(upn: string): number | null;
};

type Bucket = { left: number; at: number };

/** Buckets that are full again are forgotten after so many calls. */
const tidyEvery = 1_000;

/** Counts calls of this process alone. `elapsed`: milliseconds on a clock that never jumps. */
export function createCallPace(elapsed: () => number, limits: CallLimits = usualCallLimits): CallPace {
  const people = new Map<string, Bucket>();
  const everybody: Bucket = { left: limits.everybody.burst, at: elapsed() };
  let calls = 0;
  const tidy = (now: number) => {
    const { burst, perSecond } = limits.person;
    for (const [upn, bucket] of people) {
      if (now - bucket.at > (burst / perSecond) * 1_000) people.delete(upn);
    }
  };
  return {
    take(upn) {
      const now = elapsed();
      if (calls++ % tidyEvery === 0) tidy(now);
      const own = people.get(upn) ?? { left: limits.person.burst, at: now };
      people.set(upn, own);
      const wait = Math.max(refill(own, limits.person, now), refill(everybody, limits.everybody, now));
      if (wait > 0) return wait;
      own.left -= 1;
      everybody.left -= 1;
      return null;
    },
  };
}

/** @returns milliseconds until there is one more; 0: now. */
function refill(bucket: Bucket, { burst, perSecond }: Allowance, now: number): number {
  bucket.left = Math.min(burst, bucket.left + ((now - bucket.at) / 1_000) * perSecond);
  bucket.at = now;
  return bucket.left >= 1 ? 0 : Math.ceil(((1 - bucket.left) / perSecond) * 1_000);
}
