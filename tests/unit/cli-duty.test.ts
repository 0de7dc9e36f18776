import { describe, expect, it } from 'vitest';
import { runCommand } from '#bot/cli/run-command.ts';
import { demoFolder } from '../support/talk.ts';

async function duty(...options: string[]): Promise<{ code: number; out: string; told: string }> {
  const out: string[] = [];
  const told: string[] = [];
  const code = await runCommand(['duty', '--desk', demoFolder, ...options], {
    cwd: process.cwd(),
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: () => Promise.reject(new Error('a folder needs no database')),
  });
  return { code, out: out.join('\n'), told: told.join('\n') };
}

describe('vaktis duty', () => {
  it('says who is on duty on a Friday at 15 for a site, nearest first', async () => {
    const { code, out } = await duty('--site', 'solrosen', '--at', '2026-11-27T15:00');
    expect(code).toBe(0);
    expect(out).toBe(
      'on Friday 27 November 2026 at 15:00 · Förskolan Solrosen\n' +
        'on duty  Karin Lind <karin.lind@ekbacken.example>\non duty  Omar Haddad <omar.haddad@ekbacken.example>',
    );
  });

  it('names who stands in, who is away, and until when', async () => {
    const { out } = await duty('--site', 'vitsippan', '--at', '2026-12-22T10:00', '--json');
    const answer = JSON.parse(out);
    expect(answer.onDuty[0]).toBe('karin.lind@ekbacken.example');
    expect(answer.away).toEqual([
      { upn: 'omar.haddad@ekbacken.example', until: '2027-01-03T23:00:00.000Z', reason: 'semester' },
    ]);
  });

  it.each([
    ['the night', '2026-11-23T23:00', 'Nobody is on duty. Karin Lind'],
    ['an evening on call', '2026-11-23T18:00', 'on call  Karin Lind'],
    ['a public holiday', '2026-12-25T10:00', 'Nobody is on duty.'],
    ['the hour that spring skips', '2026-03-29T02:30', 'Nobody is on duty.'],
  ])('knows %s', async (_, at, words) => {
    expect((await duty('--at', at)).out).toContain(words);
  });

  it.each([
    [['--site', 'borta'], 'There is no site borta.'],
    [['--at', 'snart'], '"snart" is not a time'],
  ])('refuses %s with a sentence', async (options, words) => {
    const { code, told } = await duty(...options);
    expect(code).toBe(1);
    expect(told).toContain(words);
  });
});
