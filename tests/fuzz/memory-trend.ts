import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

export type Sample = { readonly inputs: number; readonly heap: number; readonly rss: number };

const megabyte = 1024 * 1024;

/** What is still held after everything that can be was given back, in megabytes. */
export async function sampleMemory(inputs: number): Promise<Sample> {
  for (let n = 0; n < 3; n += 1) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const { heapUsed, external, rss } = process.memoryUsage();
  return { inputs, heap: (heapUsed + external) / megabyte, rss: rss / megabyte };
}

/** Megabytes that the heap and the process grew by per 10,000 inputs, over the last two thirds: caches fill before. */
export function trendOf(samples: readonly Sample[]): { heap: number; rss: number } {
  const later = samples.slice(Math.floor(samples.length / 3));
  return { heap: slope(later, 'heap'), rss: slope(later, 'rss') };
}

/** Megabytes per 10,000 inputs; a short run is all warming up, so it is not judged. */
const mostGrowth = 2;
const judgedFrom = 30_000;

/** Whether so much more is held after each ten thousand that it is no cache. */
export function isGrowing(samples: readonly Sample[]): boolean {
  return (samples.at(-1)?.inputs ?? 0) >= judgedFrom && trendOf(samples).heap > mostGrowth;
}

function slope(samples: readonly Sample[], of: 'heap' | 'rss'): number {
  const middle = (pick: (sample: Sample) => number) =>
    samples.reduce((sum, sample) => sum + pick(sample), 0) / Math.max(1, samples.length);
  const x = middle(({ inputs }) => inputs);
  const y = middle((sample) => sample[of]);
  const over = samples.reduce((sum, sample) => sum + (sample.inputs - x) * (sample[of] - y), 0);
  const under = samples.reduce((sum, sample) => sum + (sample.inputs - x) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 10_000;
}
