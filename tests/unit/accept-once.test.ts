import { describe, expect, it } from 'vitest';
import { acceptOnce } from '#bot/web/api/work/heap.ts';
import type { StoredDecision } from '#knowledge/review/work-store.ts';

const at = new Date('2026-11-23T10:00:00+01:00');
const accepted = {
  kind: 'unanswered',
  itemId: '7',
  decision: 'accept',
  byUpn: 'ella@x',
  at,
  until: null,
} as const;

function createWork() {
  let stored: StoredDecision | null = null;
  return {
    stored: () => stored,
    async decide(decision: StoredDecision) {
      stored = decision;
    },
    async decideOnce(decision: StoredDecision) {
      if (stored !== null && stored.decision !== 'later') return false;
      stored = decision;
      return true;
    },
  };
}

describe('a piece of work that becomes a note', () => {
  it('becomes one, when two who both still saw it accept it', async () => {
    const work = createWork();
    const made: string[] = [];
    const make = async () => `skolan/tavlan-${made.push('made')}`;
    const both = await Promise.allSettled([
      acceptOnce(work, accepted, make),
      acceptOnce(work, accepted, make),
    ]);
    expect(both).toMatchObject([
      { status: 'fulfilled', value: 'skolan/tavlan-1' },
      { status: 'rejected', reason: { name: 'Conflict' } },
    ]);
    expect(made).toHaveLength(1);
  });

  it('is there again when it could not be made', async () => {
    const work = createWork();
    const fail = async () => {
      throw new Error('no room');
    };
    await expect(acceptOnce(work, accepted, fail)).rejects.toThrow('no room');
    expect(work.stored()).toMatchObject({ decision: 'later', until: at });
    expect(await acceptOnce(work, accepted, async () => 'skolan/tavlan')).toBe('skolan/tavlan');
  });
});
