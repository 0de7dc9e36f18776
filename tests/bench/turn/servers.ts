import { type ChildProcess, execFile, fork } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { ChildFigures } from './child.ts';

export const root = join(import.meta.dirname, '../../..');

export type BenchServer = {
  readonly url: string;
  figures(): Promise<ChildFigures>;
  stop(): Promise<void>;
};

/** As package.json starts Vaktis: with half of the usual nursery, which holds a hundred megabytes less under load. */
export const processFlags = ['--disable-warning=ExperimentalWarning', '--max-semi-space-size=8'];

const Listening = z.object({ url: z.string() });
const Figures: z.ZodType<ChildFigures> = z.object({
  residentMb: z.number(),
  cpuSeconds: z.number(),
  statements: z.number(),
  deliveries: z.record(z.string(), z.number()),
});

/** Where one Vaktis keeps its data: one of the two. */
export type Place = { readonly DATABASE_URL: string } | { readonly VAKTIS_DATA: string };

/** Nothing of this machine's own settings reaches a measured process. */
export function environment(place: Place | null): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, BENCH_LOG } = process.env;
  return { PATH, HOME, TMPDIR, BENCH_LOG, NODE_ENV: 'development', VAKTIS_LOG_LEVEL: 'error', ...place };
}

/** A server in a process of its own. `profileFolder`: where its processor profile goes when it stops. */
export async function startServer(
  script: 'vaktis-child.ts' | 'echo-child.ts',
  options: { arguments?: string[]; place?: Place; profileFolder?: string | undefined },
): Promise<BenchServer> {
  const profile =
    options.profileFolder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profileFolder}`];
  const child = fork(join(import.meta.dirname, script), options.arguments ?? [], {
    cwd: root,
    env: {
      ...environment(options.place ?? null),
      NODE_ENV: script === 'echo-child.ts' ? 'production' : 'development',
    },
    execArgv: [...(script === 'vaktis-child.ts' ? processFlags : processFlags.slice(0, 1)), ...profile],
  });
  const { url } = Listening.parse(await nextMessage(child));
  return {
    url,
    async figures() {
      const answer = nextMessage(child);
      child.send('figures');
      return Figures.parse(await answer);
    },
    async stop() {
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      child.send('stop');
      await ended;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`A measured server ended with ${code}.`));
    child.once('exit', died);
    child.once('message', (message) => {
      child.off('exit', died);
      resolve(message);
    });
  });
}

/** Fills that database with a desk folder, as whoever runs Vaktis would. */
export async function importDesk(folder: string, place: Place): Promise<void> {
  await promisify(execFile)(process.execPath, [join(root, 'bot/cli/main.ts'), 'import', folder], {
    cwd: root,
    env: environment(place),
  });
}
