import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Engine } from './engine.ts';
import type { FromWorker, ToWorker } from './engine-thread.ts';
import { startEngine } from './start-engine.ts';

/** The thread's own side: see engine-thread.ts. */

/**
 * The first start makes the database beside its place and moves it there, so that a start that is cut off
 * never leaves half a database.
 */
async function openPlace(folder: string): Promise<Engine> {
  const place = join(folder, 'database');
  if (!(await exists(place))) {
    const unfinished = join(folder, 'database.new');
    await rm(unfinished, { recursive: true, force: true });
    await (await startEngine(unfinished)).close();
    await rename(unfinished, place);
  }
  return startEngine(place);
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function say(message: FromWorker): void {
  parentPort?.postMessage(message, message.kind === 'answer' ? [message.bytes.buffer] : []);
}

/** Whatever happens is told, so that nobody waits for ever. */
async function tell(work: () => Promise<FromWorker>): Promise<void> {
  say(await work().catch((error): FromWorker => ({ kind: 'failed', reason: String(error) })));
}

const engine = openPlace(String(workerData));

// Listened to from the beginning: a thread that nobody can speak to ends before its database is open.
parentPort?.on('message', (asked: ToWorker) =>
  tell(async () => {
    if (asked !== 'close') return { kind: 'answer', bytes: await (await engine).exec(asked) };
    await (await engine).close();
    return { kind: 'done' };
  }),
);
await tell(async () => {
  await engine;
  return { kind: 'done' };
});
