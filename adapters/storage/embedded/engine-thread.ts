import { Worker } from 'node:worker_threads';
import type { Engine } from './engine.ts';

/** A message of the protocol, or the end. */
export type ToWorker = Uint8Array | 'close';
/** Each is the answer to one message, in order; the first one says that the database is open. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'done' }
  | { readonly kind: 'failed'; readonly reason: string };

type Asked = { readonly resolve: (answer: FromWorker) => void; readonly reject: (error: Error) => void };

const ownScript = new URL('./engine-worker.ts', import.meta.url);

/**
 * The embedded database of that data folder in a thread of its own: it starts while this one loads the rest, and what
 * needs no database goes on while it works. A thread that ends fails who waits and whoever asks later: only a new start
 * of the process helps then.
 * @throws when it cannot be opened.
 */
export async function openEngineThread(folder: string, script = ownScript): Promise<Engine> {
  const worker = new Worker(script, { workerData: folder });
  const ask = askInOrder(worker);
  try {
    await ask(null);
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    async exec(message) {
      const answer = await ask(message);
      return answer.kind === 'answer' ? answer.bytes : new Uint8Array(0);
    },
    async close() {
      await ask('close');
      await worker.terminate();
    },
  };
}

/** `null` sends nothing and waits for what is said next. The thread keeps the process alive only while it is asked. */
function askInOrder(worker: Worker): (message: ToWorker | null) => Promise<FromWorker> {
  const waiting: Asked[] = [];
  let lost: Error | null = null;
  const lose = (reason: string) => {
    lost = new Error(`the embedded database ended: ${reason}`);
    for (const { reject } of waiting.splice(0)) reject(lost);
  };
  worker.on('error', (error) => lose(String(error)));
  worker.on('exit', (code) => lose(`exit ${code}`));
  worker.on('message', (said: FromWorker) => {
    const asked = waiting.shift();
    if (waiting.length === 0) worker.unref();
    if (said.kind === 'failed') asked?.reject(new Error(said.reason));
    else asked?.resolve(said);
  });
  return (message) =>
    new Promise((resolve, reject) => {
      if (lost !== null) return reject(lost);
      waiting.push({ resolve, reject });
      worker.ref();
      if (message !== null) worker.postMessage(message);
    });
}
