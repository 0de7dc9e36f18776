import { describe, expect, it } from 'vitest';
import type { PackageFiles } from '#bot/cli/app-package/fault.ts';
import { readPng } from '#bot/cli/app-package/read-png.ts';
import {
  faults,
  faultsOf,
  jsonOf,
  makePng,
  pack,
  settings,
  sources,
  withChange,
} from '../support/app-package.ts';

const whole = pack();
const bytes = (text: string) => new TextEncoder().encode(text);
const manifest = (path: readonly (string | number)[], value: unknown) =>
  withChange(whole, 'manifest.json', path, value);
const english = (key: string, value: unknown) => withChange(whole, 'en.json', [key], value);
const firstStarter = ['bots', 0, 'commandLists', 0, 'commands', 0] as const;
const tab = (changes: object) => ({
  entityId: 'notes',
  name: 'Platsnotiser',
  scopes: ['personal'],
  ...changes,
});

/** What is wrong, and what the fault says. Each differs from a good package in one thing. */
const wrong: readonly (readonly [what: string, files: PackageFiles, fault: string])[] = [
  ['an id that is no GUID', manifest(['id'], 'vaktis'), 'manifest.json id: does not have the form'],
  [
    'a bot id that is no GUID',
    manifest(['bots', 0, 'botId'], '1'),
    'manifest.json bots[0].botId: does not have',
  ],
  [
    'an empty GUID',
    manifest(['id'], '00000000-0000-0000-0000-000000000000'),
    'manifest.json id: is the empty GUID',
  ],
  ['no id', manifest(['id'], undefined), 'manifest.json id: is missing'],
  [
    'a version that is none',
    manifest(['version'], '1.0'),
    'manifest.json version: "1.0" must be three numbers',
  ],
  ['a pre-release', manifest(['version'], '1.0.0-beta'), 'manifest.json version: "1.0.0-beta" must be'],
  ['a leading zero', manifest(['version'], '01.0.0'), 'manifest.json version: "01.0.0" must be'],
  [
    'another version of the schema',
    manifest(['manifestVersion'], '1.27'),
    'manifest.json manifestVersion: must be "1.28"',
  ],
  ['a short name that is long', manifest(['name', 'short'], 'V'.repeat(31)), 'name.short: is longer than 30'],
  ['a full name that is long', manifest(['name', 'full'], 'V'.repeat(101)), 'name.full: is longer than 100'],
  [
    'a short description that is long',
    manifest(['description', 'short'], 'V'.repeat(81)),
    'description.short: is longer than 80',
  ],
  [
    'a developer’s name that is long',
    manifest(['developer', 'name'], 'V'.repeat(33)),
    'developer.name: is longer than 32',
  ],
  [
    'a product name of Microsoft’s',
    manifest(['name', 'short'], 'Teams Vaktis'),
    'name.short: may not contain',
  ],
  [
    'the same description twice',
    manifest(['description', 'full'], sources.words.sv.description.short),
    'description.full: says the same',
  ],
  ['an empty sentence', manifest(['description', 'full'], ' '), 'description.full: is empty'],
  [
    'a place nobody filled in',
    manifest(['name', 'full'], 'Vaktis {organisation}'),
    'name.full: still says {org',
  ],
  ['a colour in words', manifest(['accentColor'], 'teal'), 'accentColor: does not have the form'],
  ['a field that is unknown', manifest(['vaktis'], true), 'vaktis: is not known'],
  ['an unknown permission', manifest(['permissions'], ['mail']), 'permissions[0]: must be one of identity'],
  [
    'an unknown scope',
    manifest(['bots', 0, 'scopes'], ['personal', 'all']),
    'bots[0].scopes[1]: must be one of',
  ],
  [
    'commands for a scope that the bot has not',
    manifest(['bots', 0, 'scopes'], ['personal', 'team']),
    'bots[0].commandLists[2].scopes: "groupChat" is not a scope',
  ],
  [
    'too many commands',
    manifest(
      ['bots', 0, 'commandLists', 0, 'commands'],
      Array.from({ length: 13 }, (_, n) => ({ title: `${n}`, type: 'basic' })),
    ),
    'commands: has more than 12',
  ],
  ['a starter that says nothing', manifest([...firstStarter, 'prompt'], undefined), '.prompt: is missing'],
  [
    'an unknown kind of command',
    manifest([...firstStarter, 'type'], 'button'),
    '.type: must be one of basic',
  ],
  [
    'two commands alike',
    manifest([...firstStarter, 'title'], 'Prata med en människa'),
    'commandLists[0]: has two commands',
  ],
  [
    'an http link',
    manifest(['developer', 'websiteUrl'], 'http://stad.se'),
    'websiteUrl: must begin with https',
  ],
  ['a link that is none', manifest(['developer', 'privacyUrl'], 'stad'), 'privacyUrl: is not a web address'],
  [
    'this machine',
    manifest(['validDomains'], ['localhost']),
    'validDomains[0]: localhost is a name that only',
  ],
  ['this network', manifest(['validDomains'], ['vaktis.local']), 'validDomains[0]: vaktis.local is a name'],
  ['a number', manifest(['validDomains'], ['192.0.2.7']), 'validDomains[0]: 192.0.2.7 is a number'],
  ['half a host', manifest(['validDomains'], ['vaktis']), 'validDomains[0]: vaktis is not a full host'],
  [
    'an address for a host',
    manifest(['validDomains'], ['https://a.se']),
    'https://a.se must be a host name alone',
  ],
  ['every host there is', manifest(['validDomains'], ['*.se']), '*.se covers too much'],
  ['stars in the middle', manifest(['validDomains'], ['a.*.se']), 'a.*.se covers too much'],
  [
    'hosts of strangers',
    manifest(['validDomains'], ['*.azurewebsites.net']),
    '*.azurewebsites.net covers hosts of strangers',
  ],
  [
    'a tab on a domain that is not listed',
    manifest(['staticTabs'], [tab({ contentUrl: 'https://annan.se/tab' })]),
    'staticTabs[0].contentUrl: annan.se is not in validDomains',
  ],
  [
    'a tab on this machine',
    manifest(['staticTabs'], [tab({ contentUrl: 'https://localhost:3978/tab' })]),
    'staticTabs[0].contentUrl: localhost is a name',
  ],
  ['a tab without a page', manifest(['staticTabs'], [tab({})]), 'staticTabs[0].contentUrl: is missing'],
  [
    'single sign-on for another host',
    manifest(['webApplicationInfo'], {
      id: settings.appId,
      resource: `api://annan.se/botid-${settings.appId}`,
    }),
    'webApplicationInfo.resource: annan.se is not in validDomains',
  ],
  ['a sentence without translation', english('name.full', undefined), 'en.json name.full: is not translated'],
  ['a translation that is empty', english('description.short', ''), 'en.json description.short: is empty'],
  [
    'a translation that is long',
    english('description.short', 'V'.repeat(81)),
    'en.json description.short: is lon',
  ],
  [
    'a translation of nothing',
    english('bots[0].commandLists[0].commands[11].title', 'Gone'),
    'commands[11].title: translates nothing',
  ],
  ['an unknown key', english('name.long', 'Vaktis'), 'en.json name.long: is not known'],
  ['a language file that is lost', { ...without('en.json') }, 'en.json null: is missing'],
  ['a language file that is broken', { ...whole, 'en.json': bytes('{') }, 'en.json null: is not JSON'],
  ['an icon that is lost', { ...without('outline.png') }, 'outline.png null: is missing'],
  ['a file too many', { ...whole, 'notes.txt': bytes('') }, 'notes.txt null: is not named'],
  ['a folder', { ...whole, 'icons/color.png': bytes('') }, 'icons/color.png null: lies in a folder'],
  ['no manifest', { ...without('manifest.json') }, 'manifest.json null: is missing'],
  [
    'a manifest that is broken',
    { ...whole, 'manifest.json': bytes('{"a":') },
    'manifest.json null: is not JSON',
  ],
  [
    'a manifest that is a list',
    { ...whole, 'manifest.json': bytes('[]') },
    'manifest.json null: must be object',
  ],
];

function without(file: string): PackageFiles {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => name !== file));
}

describe('a package is refused for', () => {
  it.each(wrong)('%s', (_what, files, fault) => {
    const found = faultsOf(files);
    expect(
      found.some((line) => line.includes(fault)),
      found.join('\n'),
    ).toBe(true);
  });

  it('nothing but the one fault, when there is one', () => {
    expect(faultsOf(pack({ settings: { ...settings, publicUrl: 'https://vaktis.local:8443' } }))).toEqual([
      'manifest.json validDomains[0]: vaktis.local is a name that only this machine or network knows; Teams comes from the internet',
    ]);
    expect(faultsOf(pack({ settings: { ...settings, publicUrl: 'https://localhost:3978' } }))).toHaveLength(
      1,
    );
  });

  it('every fault says what to change', () => {
    for (const [what, files] of wrong) {
      for (const { remedy } of faults(files))
        expect(remedy, what).toMatch(/^(Set|Give|Mend|Shorten|Put|Build|Leave)\b.*\.$/);
    }
    expect(faults(manifest(['id'], 'x'))[0]?.remedy).toContain('MicrosoftAppId');
    expect(faults(manifest(['developer', 'termsOfUseUrl'], 'x'))[0]?.remedy).toBe('Set VAKTIS_TERMS_URL.');
  });
});

describe('what is good is let through', () => {
  it.each([
    ['a wildcard for one’s own hosts', manifest(['validDomains'], ['*.ekbacken.se'])],
    ['a port', pack({ settings: { ...settings, publicUrl: 'https://vaktis.ekbacken.se:8443' } })],
    [
      'a tab on our own host',
      manifest(
        ['staticTabs'],
        [
          { entityId: 'conversations', scopes: ['personal'] },
          tab({ contentUrl: 'https://vaktis.ekbacken.se/tab', websiteUrl: 'https://vaktis.ekbacken.se/tab' }),
        ],
      ),
    ],
    [
      'single sign-on for our own host',
      manifest(['webApplicationInfo'], {
        id: settings.appId,
        resource: `api://vaktis.ekbacken.se/botid-${settings.appId}`,
      }),
    ],
  ])('%s', (_what, files) => {
    expect(faultsOf(files)).toEqual([]);
  });
});

describe('the icons', () => {
  const white = (x: number) => (x < 16 ? ([255, 255, 255, 200] as const) : ([0, 0, 0, 0] as const));
  const outline = (png: Uint8Array) => faultsOf({ ...whole, 'outline.png': png });
  const color = (png: Uint8Array) => faultsOf({ ...whole, 'color.png': png });

  it('are drawn in the right sizes, the outline in white alone', () => {
    const [large, small] = [
      readPng(sources.icons['color.png'] ?? bytes('')),
      readPng(sources.icons['outline.png'] ?? bytes('')),
    ];
    expect([large?.width, large?.height, small?.width, small?.height]).toEqual([192, 192, 32, 32]);
    // The house stands in the middle: corners of the accent colour, the lamp lit.
    expect([...(large?.pixels.subarray(0, 4) ?? [])]).toEqual([0x0f, 0x5e, 0x63, 255]);
    const lamp = 4 * (192 * 104 + 96);
    expect([...(large?.pixels.subarray(lamp, lamp + 4) ?? [])]).toEqual([0xff, 0xc8, 0x57, 255]);
  });

  it.each([0, 1, 2] as const)('are read whatever filter the drawing program chose (%i)', (filter) => {
    expect(outline(makePng(32, 32, white, filter))).toEqual([]);
  });

  it('are refused in another size, colour or form', () => {
    expect(outline(makePng(48, 48, white))).toEqual([
      'outline.png icons.outline: is 48 × 48 pixels; Teams asks for 32 × 32',
    ]);
    expect(outline(makePng(32, 32, () => [255, 255, 255, 255]))[0]).toContain('no transparent background');
    expect(outline(makePng(32, 32, () => [255, 255, 255, 0]))[0]).toContain('is empty');
    expect(outline(makePng(32, 32, (x) => (x > 3 ? [0, 0, 0, 0] : [15, 94, 99, 255])))[0]).toContain(
      'than white',
    );
    expect(color(makePng(192, 192, white))[0]).toContain('is transparent in places');
    expect(color(makePng(192, 191, () => [15, 94, 99, 255]))[0]).toContain('192 × 191');
    for (const broken of [
      bytes('GIF89a'),
      bytes(''),
      (sources.icons['color.png'] ?? bytes('')).subarray(0, 900),
    ]) {
      expect(color(broken)[0]).toContain('is not a PNG');
    }
  });
});

it('the manifest that the faults begin with has none', () => {
  expect(faultsOf(whole)).toEqual([]);
  expect(jsonOf(whole, 'manifest.json')).toMatchObject({ manifestVersion: '1.28' });
});
