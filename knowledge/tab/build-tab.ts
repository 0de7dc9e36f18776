import { existsSync, readdirSync, statSync } from 'node:fs';
import { extname, join, relative } from 'node:path';

/**
 * Builds the tab into dist, which the server serves. With `--if-needed` only when dist is missing or older than what
 * it is made of; with `--strict` a build that fails is an error, else only said: the bot runs without it. Without Vite (an installation without devDependencies) it leaves what there is.
 */
const here = import.meta.dirname;
const root = join(here, '../..');
const built = join(here, 'dist/index.html');
const notSources = ['dist', 'dev'];
const sourceKinds = ['.ts', '.tsx', '.css', '.html'];
const isStrict = process.argv.includes('--strict');
const say = (line: string) => process.stdout.write(`${line}\n`);

function newestSource(): number {
  const own = readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter((file) => !notSources.some((name) => file.startsWith(join(name, '/'))))
    .filter((file) => sourceKinds.includes(extname(file)))
    .map((file) => join(here, file));
  const words = readdirSync(join(root, 'bot/i18n'))
    .filter((file) => file.startsWith('tab'))
    .map((file) => join(root, 'bot/i18n', file));
  return Math.max(...[...own, ...words, join(root, 'package-lock.json')].filter(existsSync).map(changedAt));
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs;
}

const isFresh = () => existsSync(built) && changedAt(built) >= newestSource();

async function build(): Promise<void> {
  const vite = await import('vite').catch(() => null);
  if (vite === null) {
    const kept = existsSync(built) ? 'the one that is here is served' : 'there is none to serve';
    say(`The editors' tab was not built: Vite is not installed, ${kept}.`);
    if (isStrict) process.exitCode = 1;
    return;
  }
  const startedAt = performance.now();
  await vite.build({ configFile: join(here, 'vite.config.ts'), configLoader: 'native', logLevel: 'warn' });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`The editors' tab is built into ${relative(root, join(here, 'dist'))} (${seconds} s).`);
}

if (process.argv.includes('--if-needed') && isFresh()) process.exit(0);
try {
  await build();
} catch (error) {
  say(`The editors' tab could not be built: ${error instanceof Error ? error.message : String(error)}`);
  if (isStrict) process.exitCode = 1;
}
