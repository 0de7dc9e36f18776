import { expect, test } from 'vitest';
import { judge } from '../chaos/contractor/expect.ts';
import { isKept } from '../chaos/contractor/report.ts';
import { retriesAtOnce, runChaos } from '../chaos/contractor/run-chaos.ts';
import { createTestLog, openTestStorage } from '../support/storage.ts';

test('however contractors’ systems misbehave, everything arrives, and only once', async () => {
  const opened = await openTestStorage(createTestLog(), retriesAtOnce);
  try {
    const report = await runChaos(opened, { seed: 8, cases: 12, share: 18 });
    expect(report.results.map(({ connector, verdict }) => ({ connector, ...verdict }))).toEqual(
      report.results.map(({ connector }) =>
        expect.objectContaining({ connector, missing: [], duplicates: [], strange: [] }),
      ),
    );
    expect(report.results.reduce((sum, { faults }) => sum + faults, 0)).toBeGreaterThan(10);
    expect(isKept(report)).toBe(true);
  } finally {
    await opened.close();
  }
  // A machine with much else to do is no broken promise.
}, 120_000);

const expected = { reference: 'VK-1', caseWord: 'fall1x', words: ['ord1x'], files: [] };
const found = { reference: 'VK-1', marked: false };
const whole = [
  { ...found, kind: 'case' as const, text: 'stopp fall1x' },
  { ...found, kind: 'words' as const, text: 'ord1x' },
];

test('the check of it sees what is missing, what is there twice, and what is nobody’s', () => {
  const asked = { canBeAsked: true };
  expect(judge([expected], whole, asked)).toMatchObject({ missing: [], duplicates: [], strange: [] });
  expect(judge([expected], whole.slice(0, 1), asked).missing).toEqual(['VK-1 ord1x']);
  expect(judge([expected], [...whole, ...whole], asked).duplicates).toHaveLength(2);
  const elsewhere = { ...found, kind: 'words' as const, reference: 'VK-2', text: 'ord1x' };
  expect(judge([expected], [...whole, elsewhere], asked).strange).toHaveLength(1);
});

test('a repeat where nobody can be asked must say that it is one', () => {
  const mail = { canBeAsked: false };
  const [letter] = whole;
  if (letter === undefined) throw new Error('no letter');
  const again = (marked: boolean) => judge([expected], [...whole, { ...letter, marked }], mail);
  expect(again(true)).toMatchObject({ duplicates: [], marked: 1 });
  expect(again(false)).toMatchObject({ duplicates: ['VK-1 fall1x'], marked: 0 });
});
