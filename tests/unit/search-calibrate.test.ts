import { expect, test } from 'vitest';
import { probabilityOf } from '#knowledge/search/rank/calibrate.ts';

test('a higher score and a longer lead never make a find less probable', () => {
  const steps = [0, 0.2, 0.4, 0.6, 0.8, 1];
  const byScore = steps.map((score) => probabilityOf({ score, lead: 0.1 }));
  const byLead = steps.map((lead) => probabilityOf({ score: 0.5, lead }));
  expect(byScore).toEqual([...byScore].sort((a, b) => a - b));
  expect(byLead).toEqual([...byLead].sort((a, b) => a - b));
  expect(probabilityOf({ score: 1, lead: 1 })).toBeGreaterThan(0.9);
  expect(probabilityOf({ score: 0.1, lead: -0.5 })).toBeLessThan(0.1);
});
