import { execFile } from 'node:child_process';
import { mkdirSync, rmdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '../..');
const lock = join(root, 'knowledge/tab/.building');
const abandonedAfter = 120_000;

let built: Promise<string> | null = null;

/** The built tab's folder. The first that asks builds it when a source is newer; what changes meanwhile is not seen. */
export function buildTab(): Promise<string> {
  built ??= buildIfNeeded();
  return built;
}

/** Several test files may ask at once, each in a process of its own: one builds. */
async function buildIfNeeded(): Promise<string> {
  await hold();
  try {
    // As it is shipped: a test runner's own NODE_ENV would make a build for developing, which is larger and slower.
    await promisify(execFile)(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        join(root, 'knowledge/tab/build-tab.ts'),
        '--if-needed',
        '--strict',
      ],
      { env: { ...process.env, NODE_ENV: 'production' } },
    );
  } finally {
    rmdirSync(lock);
  }
  return join(root, 'knowledge/tab/dist');
}

/** A folder can be made by one only: whoever makes it builds, the others wait for it to go. */
async function hold(): Promise<void> {
  for (;;) {
    try {
      return mkdirSync(lock);
    } catch {
      if (isAbandoned()) rmdirSync(lock);
      else await wait(200);
    }
  }
}

function isAbandoned(): boolean {
  const made = statSync(lock, { throwIfNoEntry: false });
  return made !== undefined && Date.now() - made.mtimeMs > abandonedAfter;
}
