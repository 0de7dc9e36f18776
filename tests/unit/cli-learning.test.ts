import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { wordingKey } from '#knowledge/search/learn/telling-words.ts';
import { openTestStorage } from '../support/storage.ts';
import { demoFolder } from '../support/talk.ts';

const noteId = 'solrosen/skrivaren';
const wording = 'skrivaren tuggar kuvert';
let opened: OpenStorage;

async function vaktis(...argv: string[]): Promise<{ exit: number; out: string; told: string }> {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runCommand(argv, {
    cwd: '/',
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: async () => opened,
  });
  return { exit, out: out.join('\n'), told: told.join('\n') };
}

beforeAll(async () => {
  opened = await openTestStorage();
  expect((await vaktis('import', demoFolder)).exit).toBe(0);
});
afterAll(() => opened.close());

describe('vaktis learned', () => {
  it('lists what was learned with its worth, and forgets it', async () => {
    expect((await vaktis('learned', 'list')).out).toBe('Nothing is learned yet.');
    for (const byUpn of ['a@x', 'b@x']) {
      const outcome = {
        noteId,
        at: new Date(),
        outcome: 'solved',
        byUpn,
        caseId: null,
        text: wording,
      } as const;
      await opened.storage.stores.knowledge.addOutcome(outcome);
    }
    const listed = await vaktis('learned', 'list');
    expect(listed.out).toContain('+0.080  2 people, 2 yes, 0 no');
    const [row] = JSON.parse((await vaktis('learned', 'list', '--json')).out);
    expect(row).toMatchObject({ noteId, wording, helped: 2, didNotHelp: 0, people: 2, lean: 0.08 });
    expect((await vaktis('learned', 'undo', row.id)).out).toBe('Forgotten: 2 answers.');
    expect(await vaktis('learned', 'undo', row.id)).toMatchObject({ exit: 1 });
    expect((await vaktis('learned', 'list')).out).toBe('Nothing is learned yet.');
  });
});

describe('vaktis suggestions', () => {
  it('lists, accepts in other words, and refuses', async () => {
    const { knowledge } = opened.storage.stores;
    for (const said of [wording, 'hittar inte patronen']) {
      const suggestion = { noteId, key: wordingKey(said), wording: said, byUpn: 'a@x', at: new Date() };
      await knowledge.suggestSymptom(suggestion);
    }
    const rows: { id: string; wording: string }[] = JSON.parse(
      (await vaktis('suggestions', 'list', '--json')).out,
    );
    expect(rows.map((row) => row.wording).sort()).toEqual(['hittar inte patronen', wording]);
    const idOf = (said: string) => rows.find((row) => row.wording === said)?.id ?? '';
    const accepted = await vaktis('suggestions', 'accept', idOf(wording), '--wording', 'tuggar kuvert');
    expect(accepted.out).toBe(`Added to ${noteId}: “tuggar kuvert”`);
    expect((await vaktis('suggestions', 'refuse', idOf('hittar inte patronen'))).exit).toBe(0);
    expect((await vaktis('suggestions', 'list')).out).toBe('No suggestions.');
    expect((await vaktis('suggestions', 'accept', idOf(wording))).told).toContain('accepted already');
    const note = (await opened.desk.load()).items.find(({ id }) => id === noteId);
    expect(note?.kind === 'note' && note.value.symptoms).toContain('tuggar kuvert');
    expect((await vaktis('import', demoFolder)).out).toContain('1 conflict');
  });

  it('says what is wrong with its options', async () => {
    expect((await vaktis('suggestions', 'list', '--status', 'new')).told).toContain(
      'open, accepted, refused',
    );
    expect((await vaktis('suggestions', 'list', '--limit', '0')).told).toContain('--limit');
    expect((await vaktis('suggestions', 'accept', '4711')).told).toContain('no suggestion 4711');
  });
});
