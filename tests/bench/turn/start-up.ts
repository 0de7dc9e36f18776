import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { environment, type Place, processFlags, root } from './servers.ts';

export type StartUp = {
  readonly readyMs: number;
  /** Of all its threads until then; on a busy machine this says more than the clock. Null: not told here. */
  readonly cpuMs: number | null;
  readonly residentMb: number | null;
};

/** As package.json has it. The first start after a change compiles, and is slower. */
const asNpmStarts = [...processFlags, '--import', './bot/compile-cache.mjs'];
const tooLong = 60_000;

/** bot/main.ts on a database that is there already: from the start of the process until it says that it is ready. */
export async function measureStartUp(place: Place): Promise<StartUp> {
  const began = performance.now();
  const child = spawn(process.execPath, [...asNpmStarts, join(root, 'bot/main.ts')], {
    cwd: root,
    env: { ...environment(place), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const timer = setTimeout(() => child.kill('SIGKILL'), tooLong);
  const readyMs = await new Promise<number>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url !== undefined) fetch(`${url}/readyz`).then(() => resolve(performance.now() - began), reject);
    });
    child.once('exit', () => reject(new Error('bot/main.ts ended before it was ready.')));
  });
  clearTimeout(timer);
  const cpuMs = await readProcessorTime(child.pid ?? 0);
  const residentMb = await readResident(child.pid ?? 0);
  child.kill('SIGTERM');
  await ended;
  return { readyMs, cpuMs, residentMb };
}

/** Megabytes; null where the system does not tell it as Linux does. */
async function readResident(pid: number): Promise<number | null> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kibibytes = /VmRSS:\s+(\d+) kB/.exec(status)?.[1];
  return kibibytes === undefined ? null : Math.round((Number(kibibytes) * 1024) / 1e6);
}

/** Milliseconds, in hundredths of a second; null where the system does not tell it as Linux does. */
async function readProcessorTime(pid: number): Promise<number | null> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // The name in brackets may hold blanks; user and system time are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[11]) + Number(fields[12]);
  return Number.isNaN(ticks) ? null : ticks * 10;
}
