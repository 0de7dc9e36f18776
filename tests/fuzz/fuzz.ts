/** `npm run fuzz`: inputs that nobody meant, through every way in. See tests/security/README.md. */

import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { CorpusEntry } from './fuzz-input.ts';
import { startFuzzWorld } from './fuzz-world.ts';
import { isGrowing, trendOf } from './memory-trend.ts';
import { type FuzzReport, runFuzz } from './run-fuzz.ts';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    inputs: { type: 'string' },
    seed: { type: 'string' },
    entrance: { type: 'string' },
  },
});

const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e9));
const inputs = Number(flags.inputs ?? (flags.short ? 1_500 : 200_000));
const write = (line: string) => process.stdout.write(`${line}\n`);

// botbuilder writes every refused token's key to the console.
console.error = () => undefined;

const corpus = new URL('./corpus/', import.meta.url);

async function keep(entry: CorpusEntry): Promise<void> {
  const name = createHash('sha256').update(JSON.stringify(entry.input)).digest('hex').slice(0, 12);
  await writeFile(
    new URL(`${entry.entrance.replaceAll(' ', '-')}-${name}.json`, corpus),
    `${JSON.stringify(entry, null, 2)}\n`,
  );
}

function table({ counts }: FuzzReport): string[] {
  return [...counts].map(([name, of]) => {
    const total = [...of.values()].reduce((sum, one) => sum + one, 0);
    const parts = [...of].sort(([, a], [, b]) => b - a).map(([what, count]) => `${what} ${count}`);
    return `${name.padEnd(20)}${String(total).padStart(7)}  ${parts.join(' · ')}`;
  });
}

const world = await startFuzzWorld({ server: !flags.short });
write(`${inputs} inputs, on ${world.engine}; seed ${seed}`);
let kept = false;
try {
  const report = await runFuzz(world, { seed, inputs, only: flags.entrance, tell: write });
  for (const line of table(report)) write(line);
  for (const entry of report.broken) await keep(entry);
  for (const one of new Set(report.unreadable)) write(`BROKEN: stored, and cannot be read again: ${one}`);
  const { heap, rss } = trendOf(report.samples);
  const grows = isGrowing(report.samples);
  write(
    `Memory after collecting: ${signed(heap)} MB of heap and ${signed(rss)} MB of process for each 10,000 inputs.`,
  );
  kept = report.broken.length === 0 && report.unreadable.length === 0 && !grows;
  write(
    kept
      ? `Kept: ${report.sent} inputs, no crash, no 5xx, nothing unhandled, no hang, all that is stored can be read (seed ${seed}).`
      : `BROKEN: ${report.broken.length} inputs kept in tests/fuzz/corpus, ${report.unreadable.length} stored and not readable${grows ? ', memory grows' : ''} (seed ${seed}).`,
  );
} finally {
  await world.close();
}
process.exit(kept ? 0 : 1);

function signed(amount: number): string {
  return `${amount < 0 ? '' : '+'}${amount.toFixed(1)}`;
}
