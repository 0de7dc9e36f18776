/**
 * What chosen weights are worth on sets that had no say in the choice: `npm run bench:weights -- [SETS] [--draws 80]`.
 * So many weights are drawn; for each family of sets (several have the same texts) the best on the other families is
 * taken. Beside each other, nDCG@10: the weights in use, the best draw chosen with the set, and the best chosen without
 * its family. The last line is the best draw of all as JSON.
 */
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type RetrievalSet, readRetrievalSet } from '#bot/cli/eval-retrieval/retrieval-set.ts';
import { type SearchWeights, usualWeights } from '#knowledge/search/search-weights.ts';
import { meanOf } from './bootstrap.ts';
import { createDice } from './dice.ts';
import { drawWeights } from './draw-weights.ts';
import { vaktisWith } from './engines/vaktis.ts';
import { measureQuality } from './measure-quality.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { draws: { type: 'string', default: '80' } },
});
const folder = positionals[0] ?? resolve(import.meta.dirname, '../../../../shared/eval/retrieval');
const say = (line: string) => process.stdout.write(`${line}\n`);

/** One choice of weights, and nDCG@10 of each set with it. */
type Tried = { readonly weights: SearchWeights; readonly bySet: ReadonlyMap<string, number> };

const sets = new Map<string, RetrievalSet>();
for (const name of readdirSync(folder)) sets.set(name, await readRetrievalSet(join(folder, name)));
const names = [...sets.keys()];
const families = [...new Set(names.map(familyOf))];
const dice = createDice(4);
const drawn = Array.from({ length: Number(values.draws) }, () => drawWeights(dice));
const inUse = await measure(usualWeights);
const tried: Tried[] = [];
for (const weights of drawn) {
  tried.push({ weights, bySet: await measure(weights) });
  process.stderr.write('.');
}
process.stderr.write('\n');

say('| set | in use | chosen with it | chosen without its family |');
say('|---|---:|---:|---:|');
const rows = names.map((name) => {
  const without = bestOn(names.filter((other) => familyOf(other) !== familyOf(name)));
  return [name, inUse.get(name) ?? 0, scoreOf(bestOn(names), name), scoreOf(without, name)] as const;
});
for (const [name, ...scores] of rows)
  say(`| ${name} | ${scores.map((each) => each.toFixed(3)).join(' | ')} |`);
const column = (at: 1 | 2 | 3) => meanOf(rows.map((row) => row[at])).toFixed(3);
say(`| mean | ${column(1)} | ${column(2)} | ${column(3)} |`);
say(JSON.stringify(bestOn(names)?.weights));

async function measure(weights: SearchWeights): Promise<Map<string, number>> {
  const engine = vaktisWith(weights);
  const bySet = new Map<string, number>();
  for (const [name, set] of sets) bySet.set(name, meanOf(await measureQuality(engine, set)));
  return bySet;
}

/** `gnome-desc-sv`, `gnome-title-en` …: the same texts in two languages. */
function familyOf(name: string): string {
  return name.split('-')[0] ?? name;
}

/** The best by the mean of its families' means, so that the family of many sets has no more say than another. */
function bestOn(some: readonly string[]): Tried | undefined {
  return tried
    .map((each) => ({ each, score: meanOf(families.flatMap((family) => familyMean(each, family, some))) }))
    .reduce((best, next) => (next.score > best.score ? next : best)).each;
}

function familyMean(each: Tried, family: string, some: readonly string[]): number[] {
  const own = some.filter((name) => familyOf(name) === family).map((name) => scoreOf(each, name));
  return own.length === 0 ? [] : [meanOf(own)];
}

function scoreOf(each: Tried | undefined, name: string): number {
  return each?.bySet.get(name) ?? 0;
}
