import { expect, test } from 'vitest';
import { renderMonth } from '../simulate/render-month.ts';
import { simulateMonth } from '../simulate/simulate-month.ts';

/** The short form of `npm run simulate`: the same rules, people and checks over a week. */
test('a week of cases with absences, declines, silence and lost cards forgets none', {
  timeout: 120_000,
}, async () => {
  const result = await simulateMonth({ cases: 150, days: 7, seed: 7 });
  expect(result.violations).toEqual([]);
  expect(result.tally.opened).toBe(150);
  const { presses, events, sick } = result.tally;
  // What the week is there to try did happen in it.
  expect(
    Math.min(presses.declined, presses.silent, presses.late, presses.undeliverable, sick),
  ).toBeGreaterThan(0);
  expect(events.get('escalated') ?? 0).toBeGreaterThan(0);
  expect(renderMonth(result)).toMatch(/offered to two at once\s+0/);
});

test('the same seed plays the same week', { timeout: 120_000 }, async () => {
  const play = () => simulateMonth({ cases: 25, days: 3, seed: 11 });
  expect(renderMonth(await play())).toBe(renderMonth(await play()));
});
