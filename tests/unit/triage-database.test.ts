import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { openTestStorage } from '../support/storage.ts';
import { demoFolder } from '../support/talk.ts';

const upn = 'hanna.nilsson@ekbacken.example';

let storage: OpenStorage;
beforeAll(async () => {
  storage = await openTestStorage();
  expect((await vaktis('import', demoFolder)).code).toBe(0);
});
afterAll(() => storage.close());

async function vaktis(...argv: string[]) {
  const lines: string[] = [];
  const told: string[] = [];
  const code = await runCommand(argv, {
    cwd: '/',
    write: (line) => lines.push(line),
    tell: (line) => told.push(line),
    storage: async () => storage,
  });
  return { code, lines, told };
}

async function triaged(text: string, ...more: string[]) {
  const at = ['--at', '2026-11-23T09:15:00+01:00'];
  const { code, lines } = await vaktis('triage', '--json', '--from', upn, ...at, ...more, text);
  expect(code).toBe(0);
  return JSON.parse(lines[0] ?? '');
}

describe('vaktis triage on a database', () => {
  it('says the same as on the folder that was imported', async () => {
    const text = 'skrivaren blinkar orange';
    expect(await triaged(text)).toEqual(await triaged(text, '--desk', demoFolder));
  });

  it('sees a person’s home site and a chosen one', async () => {
    expect((await triaged('projektorn är svart')).site).toMatchObject({ id: 'solrosen', source: 'home' });
    const chosen = await triaged('projektorn är svart', '--site', 'granen');
    expect(chosen.site).toMatchObject({ id: 'granen', source: 'given' });
  });

  it('changes nothing', async () => {
    const before = JSON.stringify(await storage.desk.load());
    await triaged('hela huset är utan nät');
    expect(JSON.stringify(await storage.desk.load())).toBe(before);
  });
});
