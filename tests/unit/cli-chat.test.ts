import { beforeAll, describe, expect, test } from 'vitest';
import type { Understanding } from '#bot/cli/chat/rehearsal.ts';
import { createTalk } from '#bot/cli/chat/talk.ts';
import { demoFolderFor } from '#bot/cli/demo-folder.ts';
import { runCommand } from '#bot/cli/run-command.ts';
import { NotFound } from '#bot/errors.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { emptyMemory } from '../support/memory-stores.ts';
import { demoFolder, loadDesk, mondayMorning, withConversations } from '../support/talk.ts';

const hanna = 'hanna.nilsson@ekbacken.example';
const report = 'Projektorn i lekhallen är svart, jag vill prata med en människa';

describe('a talk in the terminal', () => {
  let loaded: LoadedDesk;
  beforeAll(async () => {
    loaded = await loadDesk();
  });

  async function talk(
    lines: readonly string[],
    at = mondayMorning,
    understanding?: Understanding,
  ): Promise<string> {
    const out: string[] = [];
    const storage = withConversations(emptyMemory());
    const parts = {
      storage,
      loaded,
      now: () => new Date(at),
      print: (text: string) => void out.push(text),
      ...(understanding === undefined ? {} : { understanding }),
    };
    const person = loaded.desk.people.get(hanna);
    if (!person) throw new Error('the demo district lacks Hanna');
    const { begin, take } = createTalk(parts);
    await begin(person);
    for (const line of lines) if (!(await take(line))) break;
    return out.join('\n');
  }

  test('an answer has numbered buttons, and a number presses one', async () => {
    const out = await talk(['Projektorn i lekhallen är svart', '1']);

    expect(out).toMatch(/\[1\] Det löste sig\n {2}\[2\] Det hjälpte inte/);
    expect(out.slice(out.indexOf('[4]'))).toMatch(/\n\S/);
  });

  test('the same story played by two people', async () => {
    const out = await talk([report, '/as karin.lind@ekbacken.example', '1', `/as ${hanna}`]);

    expect(out).toContain('Jag har skickat ärendet till Karin Lind');
    expect(out).toContain('(Karin Lind got a message: /as karin.lind@ekbacken.example)');
    expect(out).toContain('] Jag tar det');
    expect(out).toContain('Karin Lind har tagit det här och räknar med att vara hos er');
  });

  test('a button with something to fill in asks for it', async () => {
    const begin = [report, '/as karin.lind@ekbacken.example', '1'];
    const number = [...(await talk(begin)).matchAll(/\[(\d+)\] Klar\b/g)].at(-1)?.[1] ?? '';
    const out = await talk([...begin, number, 'Bytte kabeln.', `/as ${hanna}`]);

    expect(out).toMatch(/Vad gjorde du\?.*:\n/);
    expect(out).toContain('Bytte kabeln.');
  });

  test('a message is asked about before it is understood, by the understanding that is given', async () => {
    const asked: string[] = [];
    const understanding = {
      triage: createTriage({ chooseResponsible }),
      prepare: async (text: string) => void asked.push(text),
    };
    const out = await talk(['Projektorn i lekhallen är svart'], mondayMorning, understanding);

    expect(asked.at(-1)).toBe('Projektorn i lekhallen är svart');
    expect(out).toContain('HDMI 2');
  });

  test('a choice that is none presses nothing', async () => {
    const begin = [report, '/as karin.lind@ekbacken.example', '1'];
    const number = [...(await talk(begin)).matchAll(/\[(\d+)\] Lämna över\b/g)].at(-1)?.[1] ?? '';

    expect(await talk([...begin, number, 'ingen alls'])).toContain('Nothing was chosen');
  });

  test('a number without a button is said as it is, and an empty line is nothing', async () => {
    const out = await talk(['', '99', '/as nobody@ekbacken.example', '/quit', 'Projektorn är svart']);

    expect(out).toContain('Nobody on the desk is called nobody@ekbacken.example');
    expect(out).not.toContain('lekhallen');
  });

  test('at night the same desk answers that somebody comes in the morning', async () => {
    expect(await talk([report], '2026-11-23T23:30:00+01:00')).toMatch(/07\.30/);
  });
});

type ChatOptions = {
  as?: string;
  at?: string;
  lines?: readonly string[] | null;
  on?: 'folder' | 'nothing' | 'demo';
};

async function chat(options: ChatOptions) {
  const out: string[] = [];
  const told: string[] = [];
  const { as = hanna, at = mondayMorning, lines = [], on = 'folder' } = options;
  const desk = on === 'folder' ? ['--desk', demoFolder] : [];
  const exit = await runCommand(['chat', '--as', as, ...desk, '--at', at], {
    cwd: process.cwd(),
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: () => {
      if (on === 'folder') throw new Error('a desk folder needs no database');
      throw new NotFound('There is no desk yet');
    },
    demoFolder: () => (on === 'demo' ? demoFolder : null),
    ...(lines === null ? {} : { lines: () => fromList(lines) }),
  });
  return { exit, out: out.join('\n'), told: told.join('\n') };
}

async function* fromList(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

describe('vaktis chat', () => {
  test('greets, answers and ends when the lines end', async () => {
    const { exit, out } = await chat({ lines: ['Projektorn i lekhallen är svart'] });

    expect(exit).toBe(0);
    expect(out).toContain('Jag heter Vaktis och är en robot');
    expect(out).toContain('Från platsnotisen');
  });

  test('without a desk it is the demo district, and says so', async () => {
    const { exit, out, told } = await chat({ on: 'demo', lines: ['Projektorn i lekhallen är svart'] });

    expect(exit).toBe(0);
    expect(out).toContain('HDMI 2');
    expect(told).toContain('this is the demo district');
  });

  test.each([
    [{ demo: true, production: false }, true],
    [{ demo: true, production: true }, false],
    [{ demo: false, production: false }, false],
  ])('the demo district stands in where it may: %o', (config, may) => {
    expect(demoFolderFor(config) !== null).toBe(may);
  });

  test.each([
    ['somebody who is not on the desk', { as: 'nobody@ekbacken.example' }, 'Nobody on the desk is called'],
    ['a time that is none', { at: 'i morgon' }, 'is not a time like'],
    ['a server, where nobody types', { lines: null }, 'needs a terminal'],
    ['whoever has no desk and may have no demo', { on: 'nothing' }, '--desk FOLDER'],
  ] satisfies [string, ChatOptions, string][])('%s is told so', async (_, options, words) => {
    expect(await chat(options)).toMatchObject({ exit: 1, told: expect.stringContaining(words) });
  });
});
