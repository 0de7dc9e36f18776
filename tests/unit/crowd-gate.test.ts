import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createFairGate, type Leave } from '#bot/conversation/crowd/fair-gate.ts';
import { inBatches } from '#bot/conversation/crowd/in-batches.ts';

const calm = { urgent: false, patience: null };
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the fair gate', () => {
  it('lets everybody in at once while there is room', async () => {
    const gate = createFairGate({ atOnce: 2, elapsed: () => 0 });
    await expect(gate.enter({ line: 'a', ...calm })).resolves.toBeTypeOf('function');
    await expect(gate.enter({ line: 'a', ...calm })).resolves.toBeTypeOf('function');
    expect(gate.figures()).toEqual({ inside: 2, waiting: 0, oldest: 0 });
  });

  it('gives each line one turn before any has its second, presses before all', async () => {
    const gate = createFairGate({ atOnce: 1, elapsed: () => 0 });
    const order: string[] = [];
    const leave = await gate.enter({ line: 'first', ...calm });
    const come = (line: string, urgent = false) =>
      gate.enter({ line, urgent, patience: null }).then((mine) => {
        order.push(urgent ? `${line}!` : line);
        setImmediate(() => mine?.());
      });
    const all = [
      ...Array.from({ length: 50 }, () => come('noisy')),
      come('quiet'),
      come('other'),
      come('quiet', true),
    ];
    leave?.();
    await Promise.all(all);
    expect(order.slice(0, 5)).toEqual(['quiet!', 'noisy', 'quiet', 'other', 'noisy']);
    expect(order).toHaveLength(53);
  });

  it('keeps the order within a line, and lets each in exactly once, whoever comes and goes', async () => {
    const comings = fc.array(fc.record({ line: fc.constantFrom('a', 'b', 'c'), urgent: fc.boolean() }), {
      maxLength: 40,
    });
    await fc.assert(
      fc.asyncProperty(comings, fc.integer({ min: 1, max: 4 }), async (given, atOnce) => {
        const gate = createFairGate({ atOnce, elapsed: () => 0 });
        const letIn: number[] = [];
        let most = 0;
        await Promise.all(
          given.map(async (one, nth) => {
            const leave = await gate.enter({ ...one, patience: null });
            letIn.push(nth);
            most = Math.max(most, gate.figures().inside);
            await settle();
            leave?.();
            leave?.();
          }),
        );
        expect(letIn.toSorted((a, b) => a - b)).toEqual(given.map((_, nth) => nth));
        expect(most).toBeLessThanOrEqual(atOnce);
        expect(gate.figures()).toEqual({ inside: 0, waiting: 0, oldest: 0 });
        for (const line of ['a', 'b', 'c']) {
          const own = letIn.filter((nth) => given[nth]?.line === line && !given[nth]?.urgent);
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets go of whoever ran out of patience, and nobody waits for them', async () => {
    vi.useFakeTimers();
    let now = 0;
    const gate = createFairGate({ atOnce: 1, elapsed: () => now });
    const leave: Leave | null = await gate.enter({ line: 'a', ...calm });
    const impatient = gate.enter({ line: 'b', urgent: false, patience: 50 });
    const patient = gate.enter({ line: 'c', ...calm });
    now = 40;
    expect(gate.figures()).toEqual({ inside: 1, waiting: 2, oldest: 40 });
    vi.advanceTimersByTime(60);
    vi.useRealTimers();
    await expect(impatient).resolves.toBeNull();
    leave?.();
    await expect(patient).resolves.toBeTypeOf('function');
  });
});

describe('work in batches', () => {
  it('does the first at once and what comes meanwhile together, each with its own answer', async () => {
    const batches: string[][] = [];
    const ask = inBatches(async (items: readonly string[]) => {
      batches.push([...items]);
      await settle();
      return items.map((item) => item.toUpperCase());
    }, 2);
    await expect(Promise.all(['a', 'b', 'c', 'd'].map(ask))).resolves.toEqual(['A', 'B', 'C', 'D']);
    expect(batches).toEqual([['a'], ['b', 'c'], ['d']]);
  });

  it('fails those of a batch that failed, and goes on with the next', async () => {
    const ask = inBatches(async (items: readonly string[]) => {
      await settle();
      if (items.includes('bad')) throw new Error('no');
      return items;
    }, 1);
    const [bad, good] = await Promise.allSettled([ask('bad'), ask('good')]);
    expect(bad?.status).toBe('rejected');
    expect(good).toEqual({ status: 'fulfilled', value: 'good' });
  });
});
