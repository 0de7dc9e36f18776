import { percentile } from '#bot/cli/eval-retrieval/measure-retrieval.ts';
import type { Engine } from './engine.ts';
import { makeNotes } from './make-notes.ts';

export type Speed = {
  readonly notes: number;
  /** Of processor time, which a busy machine spoils less than the clock. */
  readonly index_seconds: number;
  /** Of processor time too, once warm. */
  readonly p50_ms: number;
  readonly p95_ms: number;
  /** Of the process, the notes themselves taken away. */
  readonly memory_mb: number;
};

const questionsAsked = 200;
/** A server answers all day: what the first questions take is not what people wait for. */
const warmingUp = 50;

export async function measureSpeed(engine: Engine, amount: number): Promise<Speed> {
  const { notes, questions } = await makeNotes(amount, warmingUp + questionsAsked);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = processorTime();
  const index = await engine.index(notes, 'sv');
  await index.search('uppvärmning');
  const indexed = processorTime() - started;
  for (const question of questions.slice(0, warmingUp)) await index.search(question);
  const times: number[] = [];
  for (const question of questions.slice(warmingUp)) {
    const asked = threadTime();
    await index.search(question);
    times.push(threadTime() - asked);
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

/** Of the thread that answers: what the others do beside it (compiling, collecting garbage), nobody waits for. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Milliseconds of processor time that this process has used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
