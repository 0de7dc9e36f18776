import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppOnLoopback, startApp } from './app-on-loopback.ts';
import { findAction, pressValue } from './find-action.ts';

const root = resolve(import.meta.dirname, '../..');
const hanna = { aadObjectId: '00fed3d6-36a2-5585-9065-3d1bf1869d69', name: 'Hanna Nilsson' };
const karin = { aadObjectId: '3bcf7bf5-e972-5f97-968f-49f146252f2b', name: 'Karin Lind' };

/** The section of bot/README.md that newcomers read first, step by step. */
const steps = (readFileSync(join(root, 'bot/README.md'), 'utf8').split('## The life of a message')[1] ?? '')
  .split('\n## ')[0]
  ?.split(/\n(?=\d+\. )/)
  .slice(1)
  .map((step) => ({
    words: step.replaceAll(/\[`?([^\]`]*)`?\]\([^)]*\)/g, '$1'),
    files: [...step.matchAll(/\]\(([^)]+\.ts)\)/g)].map(([, path = '']) => join('bot', path)),
  }));

let app: AppOnLoopback;
let ran: ReadonlySet<string>;

/** Hanna's message, as the section tells it, with what the machine itself saw running. */
beforeAll(async () => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  app = await startApp();
  await live();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  ran = new Set(
    result
      .filter(({ url, functions }) => url !== '' && functions.some(hasRun))
      .map(({ url }) => (url.startsWith('file:') ? fileURLToPath(url) : url).replace(`${root}/`, '')),
  );
});
afterAll(() => app?.close());

async function live(): Promise<void> {
  await app.post(karin, 'installation-add');
  await app.post(hanna, 'personal-message', { text: 'projektorn i lekhallen är svart' });
  await app.post(hanna, 'personal-message', { text: 'vilken knapp?' });
  const mark = app.mark();
  const offer = () => app.said(karin, mark).find(({ body }) => findAction(body, 'accept') !== null);
  // What else there is to try comes first; then a person has it.
  for (let tried = 0; offer() === undefined && tried < 4; tried++) {
    const advice = app.said(hanna).findLast(({ body }) => findAction(body, 'not-solved') !== null);
    await app.post(hanna, 'execute-press', { value: pressValue(advice?.body, 'not-solved') });
  }
  await app.post(karin, 'execute-press', { value: pressValue(offer()?.body, 'accept') });
}

/** A function of its own: what stands in the file itself ran when it was loaded. */
function hasRun({ functionName, ranges }: { functionName: string; ranges: readonly { count: number }[] }) {
  return functionName !== '' && (ranges[0]?.count ?? 0) > 0;
}

/** Types are gone when the program runs, and a table has nothing to run. */
function hasFunctions(file: string): boolean {
  const source = readFileSync(join(root, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  return /(?:^|\n)(?:export )?(?:async )?function|(?:^|\n)(?:export )?const[^;]*=>/.test(source);
}

describe('the life of a message, as bot/README.md tells it', () => {
  it('has its steps, and each names its files', () => {
    expect(steps?.length).toBeGreaterThanOrEqual(10);
    expect(steps?.filter(({ files }) => files.length === 0)).toEqual([]);
  });

  it('goes through every file that it names, when that very message is sent', () => {
    // What waits for a clock is named there, and is not reached within the minute.
    const later = ['bot/handoff/escalate.ts', 'bot/handoff/promise.ts'];
    const named = (steps ?? [])
      .flatMap(({ files }) => files)
      .filter((file) => !later.includes(file) && hasFunctions(file));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((file) => !ran.has(file))).toEqual([]);
  });

  it('sees a file that the message does not go through', () => {
    expect(ran.has('bot/handoff/escalate.ts')).toBe(false);
    expect(ran.has('bot/cli/check.ts')).toBe(false);
  });

  it('ends as it says: the note by its id, the technician by name', () => {
    const all = steps?.map(({ words }) => words).join('\n') ?? '';
    expect(all).toContain('solrosen/projektorn-lekhallen');
    expect(JSON.stringify(app.said(hanna).map(({ body }) => body))).toContain('Karin Lind');
  });
});
