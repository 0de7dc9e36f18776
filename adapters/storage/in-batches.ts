import { OutsideSystemFailed } from '#bot/errors.ts';

/** More than is ever under way in one process, so that a question stays small whatever happens. */
const mostTogether = 50;

/**
 * Asks together what many want at once. What comes in one round of the event loop, or while the question before is
 * under way, is one question; so under load there are few, and nobody waits longer than for the one before.
 * `ask` answers in the order of what it is given, all or none: where it fails for several, each is asked alone, so
 * that nobody fails by another's doing.
 */
export function inBatches<Asked, Answer>(
  ask: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
): (asked: Asked) => Promise<Answer> {
  let waiting: Waiting<Asked, Answer>[] = [];
  let isUnderWay = false;
  const next = async (): Promise<void> => {
    const batch = waiting.slice(0, mostTogether);
    waiting = waiting.slice(mostTogether);
    await answer(ask, batch);
    if (waiting.length > 0) setImmediate(next);
    else isUnderWay = false;
  };
  return (asked) =>
    new Promise((resolve, reject) => {
      waiting.push({ asked, resolve, reject });
      if (isUnderWay) return;
      isUnderWay = true;
      setImmediate(next);
    });
}

type Waiting<Asked, Answer> = {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
};

/** Never throws. */
async function answer<Asked, Answer>(
  ask: (asked: readonly Asked[]) => Promise<readonly Answer[]>,
  batch: readonly Waiting<Asked, Answer>[],
): Promise<void> {
  try {
    const answers = await ask(batch.map(({ asked }) => asked));
    for (const [place, { resolve, reject }] of batch.entries()) {
      const own = answers[place];
      if (own === undefined) reject(new Error('The database left a question without its answer.'));
      else resolve(own);
    }
  } catch (error) {
    if (batch.length === 1 || error instanceof OutsideSystemFailed)
      for (const { reject } of batch) reject(error);
    else await Promise.all(batch.map((one) => answer(ask, [one])));
  }
}
