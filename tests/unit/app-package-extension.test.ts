import { expect, it } from 'vitest';
import { faultsOf, jsonOf, pack, settings, withChange } from '../support/app-package.ts';

const command = (index: number) => ['composeExtensions', 0, 'commands', index] as const;

it('the package names a message action and two searches, in both languages, and has no fault', () => {
  const files = pack();
  expect(faultsOf(files)).toEqual([]);
  expect(jsonOf(files, 'manifest.json')).toMatchObject({
    composeExtensions: [
      {
        botId: settings.appId,
        commands: [
          { id: 'create-case', title: 'Skapa ärende', context: ['message'], fetchTask: true },
          { id: 'my-cases', title: 'Mina ärenden', initialRun: true },
          { id: 'site-notes', title: 'Platsnotis', parameters: [{ name: 'query', title: 'Sök' }] },
        ],
      },
    ],
  });
  expect(jsonOf(files, 'en.json')).toMatchObject({
    'composeExtensions[0].commands[0].title': 'Create a case',
    'composeExtensions[0].commands[2].parameters[0].title': 'Search',
  });
});

it.each([
  [
    'another bot',
    ['composeExtensions', 0, 'botId'],
    '22222222-2222-4333-8444-555555555555',
    'is not the bot of this app',
  ],
  ['two commands with one id', [...command(1), 'id'], 'create-case', 'has two commands with the same id'],
  ['an action without a dialog', [...command(0), 'fetchTask'], false, 'the bot makes the dialog'],
  ['a search without words', [...command(1), 'parameters'], undefined, 'there is nothing to search by'],
  ['a title that is too long', [...command(0), 'title'], 'x'.repeat(33), 'is longer than 32 characters'],
] as const)('says what to change: %s', (_what, path, value, message) => {
  const found = faultsOf(withChange(pack(), 'manifest.json', path, value));
  expect(found.some((fault) => fault.includes(message))).toBe(true);
});

it('asks for every sentence of the extension in the other language', () => {
  const files = withChange(
    pack(),
    'en.json',
    ['composeExtensions[0].commands[1].parameters[0].title'],
    undefined,
  );
  expect(faultsOf(files)).toEqual([
    'en.json composeExtensions[0].commands[1].parameters[0].title: is not translated',
  ]);
});
