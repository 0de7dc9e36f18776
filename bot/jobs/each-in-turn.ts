import { OutsideSystemFailed } from '#bot/errors.ts';

/**
 * One after the other; what we stumble over holds up nothing behind it. A system that is away would be away for the
 * next one too: then it ends there. @throws what went wrong first, when all had their turn.
 */
export async function eachInTurn<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const faults: unknown[] = [];
  for (const item of items) {
    await work(item).catch((error: unknown) => {
      if (error instanceof OutsideSystemFailed) throw error;
      faults.push(error);
    });
  }
  if (faults.length > 0) throw faults[0];
}
