import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

/** By hand, in their short form at the gate, or played through them: none of them asserts a time. */
const longRuns = /^(bench|load|rolling|chaos|fuzz|leaks|simulate)\//;
const root = import.meta.dirname;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !longRuns.test(file),
);

const times = (text: string, pattern: RegExp) => text.match(new RegExp(pattern, 'g'))?.length ?? 0;

/** A machine that others use is slow at any moment: what fails then says nothing of Vaktis, and costs a day's work. */
const hasty: Record<string, (text: string) => boolean> = {
  'measures what must be quick by a clock on the wall, not by processor-time.ts': (text) =>
    /expect\([^;]*(?:performance|Date)\.now\(\)[^;]*\)\s*\.toBeLess/.test(text),
  'measures the processor time of all threads': (text) => text.includes('process.cpuUsage('),
  'gives vi.waitFor its usual second, not patient.ts': (text) =>
    times(text, /vi\.wait(?:For|Until)\(/) > times(text, /\bpatient\)/),
  'lets a poll end sooner than patient.ts': (text) => /\.poll\([^;]*timeout:/.test(text),
  sleeps: (text) => /waitForTimeout\(|(?:await|return) new Promise\(\(?\w+\)? => setTimeout\(/.test(text),
};

const found = (text: string) => Object.keys(hasty).filter((what) => hasty[what]?.(text));

it('no test asks how fast the machine is', () => {
  const own = 'patience.test.ts';
  const faults = files
    .filter((file) => file !== own)
    .flatMap((file) => found(readFileSync(join(root, file), 'utf8')).map((what) => `${file} ${what}`));
  expect(faults).toEqual([]);
});

it.each([
  ['expect(performance.now() - before).toBeLessThan(50);\n'],
  ['process.cpuUsage(before);\n'],
  ['  await vi.waitFor(() => expect(told).toEqual([]));\n'],
  ['await expect.poll(() => told, { timeout: 2_000 }).toEqual([]);\n'],
  ['await new Promise((resolve) => setTimeout(resolve, 20));\n'],
])('sees what does: %s', (text) => {
  expect(found(text)).toHaveLength(1);
});
