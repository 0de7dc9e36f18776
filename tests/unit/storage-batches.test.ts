import { expect, it } from 'vitest';
import { inBatches } from '#adapters/storage/in-batches.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';

/** Asks for doubles; `asked` is what each question held. */
function doubles(fails: (asked: readonly number[]) => Error | null = () => null) {
  const asked: (readonly number[])[] = [];
  const double = inBatches(async (numbers: readonly number[]) => {
    asked.push(numbers);
    const error = fails(numbers);
    if (error) throw error;
    return numbers.map((number) => number * 2);
  });
  return { asked, double };
}

it('asks together what comes at once, and answers each with its own', async () => {
  const { asked, double } = doubles();
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6]);
  expect(asked).toEqual([[1, 2, 3]]);
});

it('asks what comes while a question is under way when that is answered', async () => {
  const gate = Promise.withResolvers<void>();
  const asked: (readonly number[])[] = [];
  const double = inBatches(async (numbers: readonly number[]) => {
    asked.push(numbers);
    if (asked.length === 1) await gate.promise;
    return numbers.map((number) => number * 2);
  });
  const first = double(1);
  await new Promise((resolve) => setImmediate(resolve));
  const later = [double(2), double(3)];
  gate.resolve();
  expect(await Promise.all([first, ...later])).toEqual([2, 4, 6]);
  expect(asked).toEqual([[1], [2, 3]]);
});

it('asks for each alone when several fail, so that only the one at fault fails', async () => {
  const { double } = doubles((numbers) => (numbers.includes(2) ? new Error('not two') : null));
  const ended = await Promise.allSettled([1, 2, 3].map(double));
  expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('does not ask anew when the database is away', async () => {
  const away = new OutsideSystemFailed('The database does not answer.', { retryable: true });
  const { asked, double } = doubles(() => away);
  const ended = await Promise.allSettled([1, 2].map(double));
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toHaveLength(1);
});

it('asks no more than fifty things together', async () => {
  const { asked, double } = doubles();
  await Promise.all(Array.from({ length: 120 }, (_, number) => double(number)));
  expect(asked.map(({ length }) => length)).toEqual([50, 50, 20]);
});
