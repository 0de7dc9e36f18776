import { setTimeout } from 'node:timers/promises';

/** Milliseconds. */
const pauseBetween = 50;

/** One after the other, each when whatever waits has had its turn. */
export async function runBetweenOthers(steps: readonly (() => void)[]): Promise<void> {
  for (const step of steps) {
    await setTimeout(pauseBetween, null, { ref: false });
    step();
  }
}
