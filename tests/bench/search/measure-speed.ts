import { percentile } from '#bot/cli/eval-retrieval/measure-retrieval.ts';
import type { Engine } from './engine.ts';
import { makeNotes } from './make-notes.ts';

export type Speed = {
  readonly notes: number;
  /** Of processor time, which a busy machine spoils less than the clock. */
  readonly index_seconds: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  /** Of the process, the notes themselves taken away. */
  readonly memory_mb: number;
};

const questionsAsked = 200;

export async function measureSpeed(engine: Engine, amount: number): Promise<Speed> {
  const { notes, questions } = await makeNotes(amount, questionsAsked);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = processorTime();
  const index = await engine.index(notes, 'sv');
  await index.search('uppvärmning');
  const indexed = processorTime() - started;
  const times: number[] = [];
  for (const question of questions) {
    const asked = processorTime();
    await index.search(question);
    times.push(processorTime() - asked);
  }
  globalThis.gc?.();
  const memory = process.memoryUsage().rss - before;
  await index.close?.();
  return {
    notes: amount,
    index_seconds: Math.round(indexed / 100) / 10,
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    memory_mb: Math.round(memory / 1e6),
  };
}

/** Milliseconds of processor time that this process has used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
