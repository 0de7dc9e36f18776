import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPace, teamsRateLimits } from '#bot/channels/teams/pace.ts';

/** Asks for so many places at those instants; gives back when each may be sent. */
function ask(instants: readonly number[], patience = Number.POSITIVE_INFINITY) {
  let now = 0;
  const pace = createPace(() => now);
  return instants.map((instant) => {
    now = instant;
    const pause = pace.reserve('chat', patience);
    return pause === null ? null : instant + pause;
  });
}

const burst = (count: number) => Array.from({ length: count }, () => 0);

describe('the pace in one conversation', () => {
  it('lets seven pass at once, the eighth after one second and the ninth after two', () => {
    expect(ask(burst(9))).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, 2_000]);
  });

  it('lets sixty pass in thirty seconds', () => {
    expect(ask(burst(61)).at(-1)).toBe(30_000);
  });

  it('lets 1,800 pass in an hour', () => {
    expect(ask(burst(1_801)).at(-1)).toBe(3_600_000);
  });

  it('takes no place when the wait is too long, so that what comes later does not wait for it', () => {
    expect(ask([...burst(9), 2_500], 1_500)).toEqual([0, 0, 0, 0, 0, 0, 0, 1_000, null, 2_500]);
  });

  it('keeps the order and every limit, however the messages come', () => {
    const gaps = fc.array(fc.integer({ min: 0, max: 3_000 }), { maxLength: 200 });
    fc.assert(
      fc.property(gaps, (given) => {
        let at = 0;
        const instants = given.map((gap) => {
          at += gap % 7 === 0 ? gap : 0;
          return at;
        });
        const sent = ask(instants).map((instant) => instant ?? 0);
        expect(sent).toEqual(sent.toSorted((a, b) => a - b));
        for (const { count, within } of teamsRateLimits)
          sent.slice(count).forEach((later, index) => {
            expect(later - (sent[index] ?? 0)).toBeGreaterThanOrEqual(within);
          });
      }),
    );
  });

  it('does not slow down another conversation', () => {
    const pace = createPace(() => 0);
    for (const _ of burst(8)) pace.reserve('one', 60_000);
    expect(pace.reserve('two', 0)).toBe(0);
  });
});
