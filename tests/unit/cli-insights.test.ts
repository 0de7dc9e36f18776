import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runCommand } from '#bot/cli/run-command.ts';
import { breakdowns } from '#bot/insights/insight-store.ts';
import { measures } from '#bot/insights/measures/measures.ts';
import { type ApiWorld, openApiWorld } from '../support/api-world.ts';
import { allPlanted, makeYear, storeYear, yearsDesk, yearsNotes } from '../support/seeded-year.ts';

let world: ApiWorld;
let cwd: string;

async function insights(...argv: string[]): Promise<{ exit: number; out: string; told: string }> {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runCommand(['insights', ...argv], {
    cwd,
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: async () => world.opened,
  });
  return { exit, out: out.join('\n'), told: told.join('\n') };
}

const Exported = z.object({
  from: z.string(),
  to: z.string(),
  figures: z.array(
    z.object({
      by: z.string(),
      value: z.string(),
      measure: z.string(),
      name: z.string(),
      formula: z.string(),
      denominator: z.number(),
    }),
  ),
});
const exported = async (...more: string[]) =>
  Exported.parse(JSON.parse((await insights('export', '--format', 'json', ...more)).out));

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'vaktis-insights-'));
  world = await openApiWorld(yearsDesk(), yearsNotes, () => []);
  const { cases, events } = makeYear(7, allPlanted);
  const isAutumn = (at: Date) => at >= new Date('2026-09-01T00:00:00Z');
  const kept = new Set(cases.filter(({ createdAt }) => isAutumn(createdAt)).map(({ id }) => id));
  await storeYear(world.opened, {
    cases: cases.filter(({ id }) => kept.has(id)),
    events: events.filter(({ caseId }) => kept.has(caseId)),
    outcomes: [],
    questions: [],
  });
});
afterAll(async () => {
  await world.close();
  await rm(cwd, { recursive: true });
});

describe('vaktis insights', () => {
  it('counts what changed, and finds nothing more the second time', async () => {
    const first = await insights('refresh');
    expect(first).toMatchObject({ exit: 0, told: '' });
    expect(first.out).toMatch(/^[1-9]\d+ cases and talks counted in \d+ weeks/);
    expect((await insights('refresh')).out).toMatch(/^0 cases and talks counted/);
    expect(await world.opened.insights.help()).not.toBeNull();
  });

  it('writes every figure with its formula, whole and in every way', async () => {
    const { figures, ...days } = await exported('--period', '2026-10');
    expect(days).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(new Set(figures.map(({ by }) => by))).toEqual(new Set(breakdowns));
    expect(figures.every(({ formula }) => formula.length > 10)).toBe(true);
    const known = new Set(measures.map(({ id }) => id));
    expect(figures.filter(({ measure }) => !known.has(measure))).toEqual([]);
    const handed = figures.filter(({ measure }) => measure === 'reassigned');
    const whole = handed.find(({ by }) => by === 'all')?.denominator;
    const sites = handed.filter(({ by }) => by === 'site').map(({ denominator }) => denominator);
    expect(sites.reduce((sum, one) => sum + one, 0)).toBe(whole);
  });

  it('writes the same after counting from the beginning', async () => {
    const before = await insights('export', '--period', '2026-10');
    expect(before.out.split('\r\n')[0]).toMatch(/^\uFEFFfrom,to,by,value,measure/);
    expect((await insights('rebuild')).out).toContain(' 0 figures of closed months changed.');
    expect(await insights('export', '--period', '2026-10')).toEqual(before);
  });

  it('writes one site, in English, into a file', async () => {
    const { exit, out } = await insights(
      ...['export', '--period', '2026-10', '--site', 'plats3', '--language', 'en', '--out', 'figures.csv'],
    );
    expect([exit, out]).toEqual([0, expect.stringMatching(/^\d+ figures written to figures\.csv\.$/)]);
    const text = await readFile(join(cwd, 'figures.csv'), 'utf8');
    expect(text).toContain('Time to resolution');
    expect(text).not.toContain(',site,');
  });

  it('says what it cannot do, and writes nothing', async () => {
    expect(await insights('export', '--period', 'yesterday')).toMatchObject({
      ...{ exit: 1, out: '' },
      told: expect.stringContaining('--period cannot be yesterday'),
    });
    expect(await insights('export', '--format', 'pdf')).toMatchObject({ exit: 1, out: '' });
    expect(await insights('export', '--site', 'nowhere')).toMatchObject({
      ...{ exit: 1, out: '' },
      told: expect.stringContaining('There is no site nowhere'),
    });
  });
});
