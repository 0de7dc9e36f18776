import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { runCommand } from '#bot/cli/run-command.ts';

const demo = join(import.meta.dirname, '../../knowledge/demo');

async function ask(...argv: string[]) {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runCommand(['ask', ...argv, '--desk', demo], {
    cwd: '/',
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: () => Promise.reject(new Error('a folder needs no database')),
  });
  return { exit, out: out.join('\n'), told: told.join('\n') };
}

const Explained = z.object({
  notes: z.array(
    z.object({
      id: z.string(),
      nearness: z.string(),
      met: z.array(z.object({ word: z.string(), by: z.string(), fields: z.array(z.string()) })),
    }),
  ),
});

test('ask --explain says which word of a note was met, how and where', async () => {
  const { exit, out } = await ask('--explain', '--site', 'solrosen', 'kopiatorn blinkar orange');
  expect(exit).toBe(0);
  expect(out).toContain('solrosen/skrivaren');
  expect(out).toMatch(/kopiatorn +same idea: #printer/);
  expect(out).toContain('own site');
});

test('ask --explain --json holds the same as data', async () => {
  const { out } = await ask('--explain', '--json', '--site', 'solrosen', 'kopiatorn blinkar');
  const [best] = Explained.parse(JSON.parse(out)).notes;
  expect(best).toMatchObject({ id: 'solrosen/skrivaren', nearness: 'site' });
  expect(best?.met).toContainEqual(expect.objectContaining({ word: 'kopiatorn', by: 'idea' }));
});

test('ask keeps the technicians’ notes from staff, and shows them to a technician', async () => {
  const question = ['--json', '--site', 'solrosen', 'nätverksskåpet i förrådet'];
  const staff = await ask(...question);
  const technician = await ask('--from', 'karin.lind@ekbacken.example', ...question);
  expect(staff.out).not.toContain('natverksskapet');
  expect(technician.out).toContain('solrosen/natverksskapet');
});

test('ask says so when no note has anything of it, and when the site is unknown', async () => {
  expect((await ask('??')).out).toBe('No note has anything of this.');
  const unknown = await ask('--site', 'nowhere', 'skrivaren');
  expect([unknown.exit, unknown.told]).toEqual([1, expect.stringContaining('nowhere')]);
});
