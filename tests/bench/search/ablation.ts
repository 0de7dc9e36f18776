/**
 * What each part of search and triage is worth: `npm run bench:ablation -- SETS DISTRICT...`. SETS holds retrieval
 * sets, a DISTRICT desk/ and requests.jsonl. Everything is measured as it is, then with one part left out at a time.
 */
import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parts } from './without/parts.ts';

const beside = resolve(import.meta.dirname, '../../../../shared/eval');
const [sets = join(beside, 'retrieval'), ...named] = process.argv.slice(2);
const districts = named.length > 0 ? named : [join(beside, 'district')];
const say = (line: string) => process.stdout.write(`${line}\n`);

const whole = measure('all');
const names = Object.keys(whole);
say(`| without | ${names.join(' | ')} |`);
say(`|---|${names.map(() => '---:|').join('')}`);
say(`| nothing | ${names.map((name) => (whole[name] ?? 0).toFixed(3)).join(' | ')} |`);
for (const part of Object.keys(parts)) {
  const without = measure(part);
  const changes = names.map((name) => signed((without[name] ?? 0) - (whole[name] ?? 0)));
  say(`| ${part} | ${changes.join(' | ')} |`);
}

function measure(part: string): Record<string, number> {
  const script = join(import.meta.dirname, 'without/measure.ts');
  const printed = execFileSync(process.execPath, [script, part, sets, ...districts], { encoding: 'utf8' });
  return z.record(z.string(), z.number()).parse(JSON.parse(printed));
}

function signed(change: number): string {
  if (Math.abs(change) < 0.0005) return '·';
  return `${change > 0 ? '+' : '−'}${Math.abs(change).toFixed(3)}`;
}
