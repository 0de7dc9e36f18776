import { percentile } from '#bot/cli/eval-retrieval/measure-retrieval.ts';
import type { Engine, Index } from './engine.ts';
import { makeNotes } from './make-notes.ts';

export type Speed = {
  readonly notes: number;
  /** Of processor time, which a busy machine spoils less than the clock. */
  readonly index_seconds: number;
  /**
   * By the clock, once warm, of each question the least of its rounds: a busy machine spoils one, hardly all. Processor
   * time is told in steps of four milliseconds on some machines, as long as a question takes.
   */
  readonly p50_ms: number;
  readonly p95_ms: number;
  /** Of the first round, whose questions nobody has asked before. */
  readonly first_p95_ms: number;
  /** Of the process, the notes themselves taken away. */
  readonly memory_mb: number;
};

const questionsAsked = 200;
/** A server answers all day: what the first questions take is not what people wait for. */
const warmingUp = 50;
const rounds = 3;

export async function measureSpeed(engine: Engine, amount: number): Promise<Speed> {
  const { notes, questions } = await makeNotes(amount, warmingUp + questionsAsked);
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const started = processorTime();
  const index = await engine.index(notes, 'sv');
  await index.search('uppvärmning');
  const indexed = processorTime() - started;
  for (const question of questions.slice(0, warmingUp)) await index.search(question);
  const first = await timeRound(index, questions.slice(warmingUp));
  let least = first;
  for (let round = 1; round < rounds; round += 1) {
    const again = await timeRound(index, questions.slice(warmingUp));
    least = least.map((time, place) => Math.min(time, again[place] ?? time));
  }
  globalThis.gc?.();
  const memory = process.memoryUsage().rss - before;
  await index.close?.();
  return {
    notes: amount,
    index_seconds: Math.round(indexed / 100) / 10,
    p50_ms: percentile(least, 0.5),
    p95_ms: percentile(least, 0.95),
    first_p95_ms: percentile(first, 0.95),
    memory_mb: Math.round(memory / 1e6),
  };
}

async function timeRound(index: Index, questions: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (const question of questions) {
    const asked = performance.now();
    await index.search(question);
    times.push(performance.now() - asked);
  }
  return times;
}

/** Milliseconds of processor time that this process has used. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
