/**
 * Our search beside others: `npm run bench:search -- [DIR] [--notes 1000,10000] [--no-quality]`. DIR holds a
 * folder for each set of texts and questions (default: the open sets beside the repository, where they are).
 * The speed of Vaktis and MiniSearch is measured at each number of notes, one process after the other.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RetrievalSet, readRetrievalSet } from '#bot/cli/eval-retrieval/retrieval-set.ts';
import { compare, meanOf } from './search/bootstrap.ts';
import { type Damage, damagesIn } from './search/damage.ts';
import { vaktis } from './search/engines/vaktis.ts';
import { engines } from './search/engines.ts';
import { measureQuality } from './search/measure-quality.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    notes: { type: 'string', default: '1000,10000,100000' },
    'no-quality': { type: 'boolean', default: false },
  },
});
const beside = resolve(import.meta.dirname, '../../../shared/eval/retrieval');
const folder = positionals[0] ?? (existsSync(beside) ? beside : null);
const say = (line: string) => process.stdout.write(`${line}\n`);
const signed = (value: number) => `${value >= 0 ? '+' : '−'}${Math.abs(value).toFixed(3)}`;

if (folder !== null && !values['no-quality']) for (const set of setsIn(folder)) await tellQuality(set);
for (const notes of values.notes.split(',').filter((size) => size !== '')) {
  for (const engine of ['Vaktis', 'MiniSearch']) say(`${engine.padEnd(22)} ${runSpeed(engine, notes)}`);
}

function setsIn(dir: string): string[] {
  return readdirSync(dir)
    .map((name) => join(dir, name))
    .filter((set) => existsSync(join(set, 'qrels.tsv')));
}

/** nDCG@10 of every engine, and what ours has over it with its 95 % interval; then how ours bears bad writing. */
async function tellQuality(dir: string): Promise<void> {
  const set = await readRetrievalSet(dir);
  say(`\n${dir}`);
  const ours = await measureQuality(vaktis, set);
  for (const engine of engines) {
    const theirs = engine === vaktis ? ours : await measureQuality(engine, set);
    const { mean, low, high } = compare(ours, theirs);
    const ahead = engine === vaktis ? '' : `ours ${signed(mean)} [${signed(low)} ${signed(high)}]`;
    say(`  ${engine.name.padEnd(34)} ${meanOf(theirs).toFixed(3)} ${ahead}`);
  }
  const texts = [
    ...set.documents.flatMap(({ title, text }) => [title ?? '', text]),
    ...set.questions.map(({ text }) => text),
  ];
  for (const [name, draws] of Object.entries(damagesIn(texts))) {
    const damaged = await measureDamaged(set, draws);
    const { mean, low, high } = compare(damaged, ours);
    const change = `${signed(mean)} [${signed(low)} ${signed(high)}]`;
    say(`  ${`Vaktis, ${name}`.padEnd(34)} ${meanOf(damaged).toFixed(3)} ${change}`);
  }
}

/** nDCG@10 of each question, the mean over the draws. */
async function measureDamaged(set: RetrievalSet, draws: readonly Damage[]): Promise<number[]> {
  const all: number[][] = [];
  for (const damage of draws) all.push(await measureQuality(vaktis, set, damage));
  return (all[0] ?? []).map((_, question) => meanOf(all.map((draw) => draw[question] ?? 0)));
}

function runSpeed(engine: string, notes: string): string {
  const script = join(import.meta.dirname, 'search/speed.ts');
  return execFileSync(process.execPath, ['--expose-gc', script, engine, notes], { encoding: 'utf8' }).trim();
}
