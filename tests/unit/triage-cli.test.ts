import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../../bot/cli/run-command.ts';
import { demoFolder } from '../support/talk.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'vaktis-triage-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...argv: string[]) {
  const lines: string[] = [];
  const told: string[] = [];
  const code = await runCommand(argv, {
    cwd: folder,
    write: (line) => lines.push(line),
    tell: (line) => told.push(line),
    storage: () => Promise.reject(new Error('no database here')),
  });
  return { code, lines, told };
}

const upn = 'hanna.nilsson@ekbacken.example';

describe('vaktis triage', () => {
  it('prints exactly the contract’s keys', async () => {
    const { lines, code } = await run(
      'triage',
      '--json',
      '--from',
      upn,
      '--at',
      '2026-11-23T09:15:00+01:00',
      '--desk',
      demoFolder,
      'skrivaren blinkar orange',
    );
    expect(code).toBe(0);
    expect(lines).toHaveLength(1);
    const found = JSON.parse(lines[0] ?? '');
    expect(Object.keys(found)).toEqual([
      'language',
      'reply_language',
      'type',
      'site',
      'category',
      'priority',
      'decision',
      'notes',
      'responsible',
      'reply',
      'more',
    ]);
    expect(found).toMatchObject({
      language: 'sv',
      type: 'incident',
      site: { id: 'solrosen', source: 'home' },
      category: { id: 'printer' },
      priority: { impact: 'low', urgency: 'medium', level: 'low', hazard: false },
      decision: 'answer',
      responsible: { kind: 'technician', id: 'karin.lind@ekbacken.example' },
      more: [],
    });
    expect(found.notes[0].id).toBe('solrosen/skrivaren');
    expect(found.responsible.reason).not.toBe('');
    expect(found.reply).not.toBe('');
  });

  it('says null where a person is asked or referred', async () => {
    const { lines } = await run('triage', '--json', '--from', upn, '--desk', demoFolder, 'hej');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ decision: 'ask', responsible: null, notes: [] });
  });

  it('reads a batch and keeps its ids, in order', async () => {
    const file = join(folder, 'batch.jsonl');
    const rows = [
      { id: 'a', from: upn, at: '2026-11-23T09:15:00+01:00', text: 'glömt lösenordet' },
      { id: 'b', from: 'nobody@ekbacken.example', site: 'granen', text: 'diskmaskinen läcker' },
    ];
    await writeFile(file, rows.map((row) => JSON.stringify(row)).join('\n'));
    const { lines } = await run('triage', '--batch', file, '--desk', demoFolder);
    const found = lines.map((line) => JSON.parse(line));
    expect(found.map(({ id, decision }) => [id, decision])).toEqual([
      ['a', 'answer'],
      ['b', 'not-it'],
    ]);
    expect(found[1].site).toMatchObject({ id: 'granen', source: 'given' });
  });

  it.each([
    [['triage', '--json', '--desk', demoFolder, 'hej'], /--from/],
    [['triage', '--from', upn, '--at', 'igår', '--desk', demoFolder, 'hej'], /at: igår/],
    [['triage', '--from', upn, '--site', 'nowhere', '--desk', demoFolder, 'hej'], /nowhere/],
  ])('names what is wrong with the command line (case %#)', async (argv, message) => {
    const { code, told } = await run(...argv);
    expect(code).not.toBe(0);
    expect(told.join('\n')).toMatch(message);
  });

  it('answers a line of a batch that cannot be used with what is wrong, and goes on', async () => {
    const file = join(folder, 'broken.jsonl');
    const good = JSON.stringify({ id: 'good', from: upn, text: 'glömt lösenordet' });
    const bad = [
      'not json',
      JSON.stringify({ id: 'no-text', from: upn }),
      JSON.stringify({ id: 'no-from', text: 'hej' }),
      JSON.stringify({ id: 'no-site', from: upn, site: 'nowhere', text: 'hej' }),
      JSON.stringify({ id: 'no-time', from: upn, at: 'igår', text: 'hej' }),
      '[]',
      'null',
    ];
    await writeFile(file, `${[...bad, '', good].join('\n')}\n`);
    const { code, lines } = await run('triage', '--batch', file, '--desk', demoFolder);
    const found = lines.map((line) => JSON.parse(line));
    expect(code).toBe(1);
    expect(found.map(({ id }) => id)).toEqual([
      '1',
      'no-text',
      'no-from',
      'no-site',
      'no-time',
      '6',
      '7',
      'good',
    ]);
    expect(found[0]).toEqual({ id: '1', error: 'line 1: not a line of JSON' });
    expect(found[1].error).toMatch(/^line 2: text/);
    expect(found[3].error).toMatch(/^line 4: .*nowhere/);
    expect(found.at(-1)).toMatchObject({ decision: 'answer' });
  });
});

describe('vaktis eval', () => {
  it('triages the requests and plays the conversations of a district', async () => {
    const district = join(folder, 'district');
    await mkdir(district);
    await cp(demoFolder, join(district, 'desk'), { recursive: true });
    const fixture = await readFile(join(import.meta.dirname, '../fixtures/triage-fresh-demo.jsonl'), 'utf8');
    await writeFile(join(district, 'requests.jsonl'), fixture.split('\n').slice(0, 5).join('\n'));
    const talk = {
      id: 'c1',
      from: upn,
      at: '2026-11-23T09:15:00+01:00',
      turns: [{ say: 'skrivaren blinkar orange' }, { press: 'not-solved' }],
      expect: [{ decision: 'answer', case: 'none' }, { case: ['opened', 'none'] }],
    };
    await writeFile(join(district, 'conversations.jsonl'), JSON.stringify(talk));
    const { code, lines } = await run('eval', '--district', district);
    expect(code).toBe(0);
    const summary = JSON.parse(lines.at(-1) ?? '');
    expect(summary.requests.messages).toBe(5);
    expect(summary.conversations.messages).toBe(2);
    expect(summary.conversations.fields.case).toEqual({ right: 2, of: 2, share: 1 });
    // A database of its own and two talks: seconds on a busy machine.
  });
});
