import { describe, expect, it } from 'vitest';
import { createPace } from '#bot/conversation/beyond-chat/keep-pace.ts';
import type { Presser } from '#bot/conversation/beyond-chat/ports.ts';
import type { CrowdLimits } from '#bot/conversation/crowd/crowd-limits.ts';

const beyond: CrowdLimits['beyond'] = {
  person: { burst: 3, perSecond: 1 },
  tenant: { burst: 5, perSecond: 2 },
};

function world() {
  const clock = { at: 0 };
  const pace = createPace({ elapsed: () => clock.at, limits: { beyond } });
  const asks = (who: string | null, tenantId: string | null = 'ekbacken', isWritten = false) => {
    const presser: Presser = {
      from: { aadObjectId: who, name: 'X' },
      tenantId,
      locale: null,
      at: new Date('2026-11-23T08:00:00Z'),
    };
    return !pace.hasEnough(presser, isWritten);
  };
  return { clock, asks };
}

describe('what is asked outside the chat', () => {
  it('is so much of one person, who may go on a second later, and keeps nobody else waiting', () => {
    const { asks, clock } = world();
    expect(['anna', 'anna', 'anna', 'anna'].map((who) => asks(who))).toEqual([true, true, true, false]);
    expect(asks('olle')).toBe(true);
    clock.at = 999;
    expect(asks('anna')).toBe(false);
    clock.at = 1_000;
    expect(asks('anna')).toBe(true);
    expect(asks('anna')).toBe(false);
  });

  it('is so much of one tenant together, and another tenant does not notice', () => {
    const { asks, clock } = world();
    const people = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(people.map((who) => asks(who))).toEqual([true, true, true, true, true, false]);
    expect(asks('a', 'granby')).toBe(true);
    expect(asks('a', null)).toBe(true);
    clock.at = 500;
    expect(asks('f')).toBe(true);
  });

  it('is never refused for others’ sake once somebody filled it in, and for their own it is', () => {
    const { asks } = world();
    for (const who of ['a', 'b', 'c', 'd', 'e']) asks(who);
    expect(asks('f')).toBe(false);
    expect([1, 2, 3, 4].map(() => asks('f', 'ekbacken', true))).toEqual([true, true, true, false]);
  });

  it('is not spent by whoever is refused', () => {
    const { asks, clock } = world();
    for (let time = 0; time < 100; time += 1) asks('anna');
    clock.at = 1_000;
    expect(asks('anna')).toBe(true);
  });

  it('is not counted for nobody in particular: they are refused for that', () => {
    const { asks } = world();
    expect([1, 2, 3, 4, 5, 6].every(() => asks(null))).toBe(true);
    expect(asks('anna')).toBe(true);
  });
});
