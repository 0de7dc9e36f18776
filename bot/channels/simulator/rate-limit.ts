/** Sends within so many milliseconds: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit */
const windows = [
  { most: 7, within: 1_000 },
  { most: 8, within: 2_000 },
  { most: 60, within: 30_000 },
  { most: 1_800, within: 3_600_000 },
] as const;

const longestWindow = 3_600_000;

/**
 * Counts what one bot sends into each conversation.
 * @param tick milliseconds of a clock that never jumps: the bot's own may be moved.
 * @returns for a send: null when it may pass and is counted, else the seconds to wait.
 */
export function createRateLimit(tick: () => number): (conversationId: string) => number | null {
  const sent = new Map<string, number[]>();
  return (conversationId) => {
    const now = tick();
    const times = (sent.get(conversationId) ?? []).filter((at) => now - at < longestWindow);
    sent.set(conversationId, times);
    const wait = Math.max(...windows.map((window) => waitFor(times, now, window)));
    if (wait > 0) return Math.ceil(wait / 1000);
    times.push(now);
    return null;
  };
}

/** Milliseconds until so few are left in the window that one more fits; 0: now. */
function waitFor(times: readonly number[], now: number, window: { most: number; within: number }): number {
  const within = times.filter((at) => now - at < window.within);
  const leaves = within[within.length - window.most];
  return leaves === undefined ? 0 : leaves + window.within - now;
}
