import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { contractorRecordColumns } from '#bot/handoff/contractor-record-csv.ts';
import { openTestStorage } from '../support/storage.ts';
import { buildNewCase } from '../support/storage-builders.ts';
import { demoFolder } from '../support/talk.ts';

let opened: OpenStorage;
let cwd: string;

async function vaktis(...argv: string[]): Promise<{ exit: number; out: string; told: string }> {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runCommand(argv, {
    cwd,
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: async () => opened,
  });
  return { exit, out: out.join('\n'), told: told.join('\n') };
}
const record = (...argv: string[]) => vaktis('export', '--contractor-record', ...argv);

beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'vaktis-record-'));
  opened = await openTestStorage();
});
afterAll(async () => {
  await opened.close();
  await rm(cwd, { recursive: true });
});

describe('vaktis export --contractor-record', () => {
  it('needs a desk', async () => {
    expect(await record()).toMatchObject({ exit: 1, told: expect.stringContaining('no desk') });
    expect((await vaktis('import', demoFolder)).exit).toBe(0);
  });

  it('is a heading alone while nothing was handed over', async () => {
    expect(await record()).toEqual({ exit: 0, out: contractorRecordColumns.join(','), told: '' });
  });

  it('has a row for each case, of the days and the contractor that are asked for', async () => {
    const desk = (await opened.editing.read('settings', 'desk'))?.value;
    const contractorId = desk?.contractors[0]?.id ?? '';
    const from = new Date('2026-11-23T08:00:00Z');
    const to = new Date('2026-11-23T09:30:00Z');
    const stay = { contractorId, from, heardAt: from, to, ended: 'resolved' } as const;
    const theirs = { contractorStays: [stay], state: 'resolved', contractorReference: 'INC-7' } as const;
    await opened.storage.stores.cases.create(buildNewCase({ id: 'r1', ...theirs }));
    await opened.storage.stores.cases.create(buildNewCase({ id: 'r2' }));
    const { exit, out } = await record(
      '--from',
      '2026-11-23',
      '--to',
      '2026-11-23',
      '--contractor',
      contractorId,
    );
    expect(exit).toBe(0);
    const [, ...rows] = out.split('\n');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain(`,${contractorId},INC-7,`);
    expect(rows[0]).toContain(',90,');
    expect((await record('--from', '2026-11-24')).out.split('\n')).toHaveLength(1);
  });

  it('writes a file that Excel opens', async () => {
    const written = await record('--out', 'record.csv', '--excel');
    expect(written).toMatchObject({ exit: 0, out: '1 row written to record.csv.' });
    const text = await readFile(join(cwd, 'record.csv'), 'utf8');
    expect(text.startsWith('\uFEFFcase;')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  it.each([
    [['--from', '23/11'], '--from: 23/11 is not a day'],
    [['--from', '2026-11-24', '--to', '2026-11-23'], 'is before'],
    [['--contractor', 'nobody'], 'no contractor nobody'],
  ])('says what is wrong with %j', async (argv, words) => {
    expect(await record(...argv)).toMatchObject({ exit: 1, told: expect.stringContaining(words) });
  });

  it.each([
    [['export']],
    [['export', 'folder', '--contractor-record']],
    [['export', 'folder', '--from', '2026-11-23']],
    [['export', 'folder', '--excel']],
  ])('is told from the export of a desk folder: %j', async (argv) => {
    const { exit, told } = await vaktis(...argv);
    expect(exit).toBe(2);
    expect(told).toContain('--contractor-record');
  });
});
