/** At most `count` in any `within` milliseconds. */
export type RateLimit = { readonly count: number; readonly within: number };

/** What one bot may send to one thread: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
export const teamsRateLimits: readonly RateLimit[] = [
  { count: 7, within: 1_000 },
  { count: 8, within: 2_000 },
  { count: 60, within: 30_000 },
  { count: 1_800, within: 3_600_000 },
];

export type Pace = {
  /**
   * Takes the next place in that conversation's line.
   * @returns milliseconds until it may be sent; null when that is longer than `patience`, and no place was taken.
   */
  reserve(conversation: string, patience: number): number | null;
};

/** Conversations that nobody spoke in are forgotten after so many reservations. */
const tidyEvery = 1_000;

/**
 * Knows how fast may be spoken in each conversation, for this process alone: several share one allowance, and
 * what is then too much Teams refuses with 429, which is waited for as well.
 * `elapsed`: milliseconds on a clock that never jumps.
 */
export function createPace(elapsed: () => number, limits: readonly RateLimit[] = teamsRateLimits): Pace {
  const places = new Map<string, number[]>();
  const longest = Math.max(0, ...limits.map(({ within }) => within));
  let reservations = 0;
  const tidy = (now: number) => {
    for (const [key, taken] of places) if ((taken.at(-1) ?? 0) <= now - longest) places.delete(key);
  };
  return {
    reserve(conversation, patience) {
      const now = elapsed();
      if (reservations++ % tidyEvery === 0) tidy(now);
      const taken = (places.get(conversation) ?? []).filter((at) => at > now - longest);
      const at = firstFree(taken, now, limits);
      if (at - now > patience) return null;
      places.set(conversation, [...taken, at]);
      return at - now;
    },
  };
}

/** Places are in order, so each limit looks only at the one that is `count` places back. */
function firstFree(taken: readonly number[], now: number, limits: readonly RateLimit[]): number {
  const bounds = limits.map(({ count, within }) => (taken.at(-count) ?? Number.NEGATIVE_INFINITY) + within);
  return Math.max(now, taken.at(-1) ?? now, ...bounds);
}
