import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { loadSchemas } from '#bot/cli/app-package/check-schema.ts';
import { chooseStarters } from '#bot/cli/app-package/choose-starters.ts';
import { zipPackage } from '#bot/cli/app-package/zip-package.ts';
import { build, faultsOf, jsonOf, pack, settings, sources } from '../support/app-package.ts';

const Manifest = z.looseObject({
  id: z.string(),
  version: z.string(),
  developer: z.record(z.string(), z.string()),
  name: z.object({ short: z.string(), full: z.string() }),
  bots: z.tuple([
    z.looseObject({
      botId: z.string(),
      commandLists: z.array(
        z.object({
          scopes: z.array(z.string()),
          commands: z.array(
            z.object({ title: z.string(), description: z.string(), prompt: z.string(), type: z.string() }),
          ),
        }),
      ),
    }),
  ]),
  staticTabs: z.array(z.looseObject({ entityId: z.string() })),
  accentColor: z.string(),
});
const published = 'node_modules/@microsoft/app-manifest/build/json-schemas/teams';
const desk = {
  name: 'Ekbackens stadsdelsförvaltning',
  cases: { account: 9, tablet: 7 },
  notes: { tablet: 30, av: 12, network: 12, printer: 2 },
};

function manifestOf(changes: Parameters<typeof build>[0] = {}) {
  return Manifest.parse(build(changes).manifest);
}

describe('the app package', () => {
  it('has no faults, with a desk and without', () => {
    expect(faultsOf(pack())).toEqual([]);
    expect(faultsOf(pack({ desk }))).toEqual([]);
  });

  it('has a tab for notes with single sign-on', () => {
    expect(build({}).manifest).toMatchObject({
      staticTabs: [
        { entityId: 'conversations' },
        {
          entityId: 'notes',
          name: 'Notiser',
          contentUrl: `${settings.publicUrl}/tab/`,
          websiteUrl: `${settings.publicUrl}/tab/`,
          scopes: ['personal'],
        },
      ],
      webApplicationInfo: {
        id: settings.appId,
        resource: `api://${new URL(settings.publicUrl).host}/botid-${settings.appId}`,
      },
    });
    expect(jsonOf(pack(), 'en.json')).toMatchObject({ 'staticTabs[1].name': 'Site notes' });
  });

  it('speaks Swedish, and English in a file of its own', () => {
    const files = pack({ desk });
    expect(manifestOf({ desk })).toMatchObject({
      name: { short: 'Vaktis', full: 'Vaktis – IT-hjälp i Ekbackens stadsdelsförvaltning' },
      localizationInfo: {
        defaultLanguageTag: 'sv',
        additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
      },
    });
    expect(jsonOf(files, 'en.json')).toMatchObject({
      'name.full': 'Vaktis – IT help in Ekbackens stadsdelsförvaltning',
      'bots[0].commandLists[0].commands[0].title': 'I cannot sign in',
      'bots[0].commandLists[0].commands[0].prompt': 'I cannot sign in to my account',
    });
  });

  it('puts the desk’s name in as it is written', () => {
    expect(manifestOf({ desk: { ...desk, name: 'Kost $& Städ' } }).name.full).toBe(
      'Vaktis – IT-hjälp i Kost $& Städ',
    );
  });

  it('takes its ids, host and version from the settings', () => {
    expect(manifestOf()).toMatchObject({
      manifestVersion: '1.28',
      id: settings.appId,
      version: '1.2.3',
      bots: [
        {
          botId: settings.appId,
          scopes: ['personal', 'team', 'groupChat'],
          supportsFiles: true,
        },
      ],
      staticTabs: [{ entityId: 'conversations', scopes: ['personal'] }, { entityId: 'notes' }],
      validDomains: ['vaktis.ekbacken.se'],
      permissions: ['identity', 'messageTeamMembers'],
    });
  });

  it('has the colour of the rest of Vaktis', async () => {
    const look = await readFile('bot/channels/simulator/page/look.css', 'utf8');
    const accent = /--accent: (?:light-dark\()?(#[0-9a-f]{6})/.exec(look)?.[1];
    expect(manifestOf().accentColor.toLowerCase()).toBe(accent);
    expect(await readFile('manifest/icons/color.svg', 'utf8')).toContain(accent);
  });

  it('names every setting that was left out, and links only to our own host meanwhile', () => {
    const { manifest, placeholders } = build();
    expect(placeholders.map(({ setting }) => setting)).toEqual([
      'VAKTIS_DEVELOPER_NAME',
      'VAKTIS_WEBSITE_URL',
      'VAKTIS_PRIVACY_URL',
      'VAKTIS_TERMS_URL',
    ]);
    expect(Manifest.parse(manifest).developer).toEqual({
      name: 'Change me: VAKTIS_DEVELOPER_NAME',
      websiteUrl: 'https://vaktis.ekbacken.se/change-me/VAKTIS_WEBSITE_URL',
      privacyUrl: 'https://vaktis.ekbacken.se/change-me/VAKTIS_PRIVACY_URL',
      termsOfUseUrl: 'https://vaktis.ekbacken.se/change-me/VAKTIS_TERMS_URL',
    });
  });

  it('takes the desk as the developer when its name fits, and says so no more once it is set', () => {
    expect(manifestOf({ desk }).developer.name).toBe('Ekbackens stadsdelsförvaltning');
    const long = { ...desk, name: 'Utbildnings- och fritidsförvaltningen' };
    expect(manifestOf({ desk: long }).developer.name).toBe('Change me: VAKTIS_DEVELOPER_NAME');
    const developer = {
      name: 'Stadens IT',
      websiteUrl: 'https://stad.se/it',
      privacyUrl: 'https://stad.se/gdpr',
      termsOfUseUrl: 'https://stad.se/villkor',
    };
    const set = { settings: { ...settings, developer } };
    expect(build(set).placeholders).toEqual([]);
    expect(manifestOf(set).developer).toEqual(developer);
    expect(faultsOf(pack(set))).toEqual([]);
  });
});

describe('the prompt starters', () => {
  const titles = (scope: string) =>
    manifestOf({ desk })
      .bots[0].commandLists.find(({ scopes }) => scopes[0] === scope)
      ?.commands.map(({ title }) => title);

  it('begin with what the desk’s cases are about, then its notes, and end with a way to a person', () => {
    expect(titles('personal')).toEqual([
      'Jag kan inte logga in',
      'Surfplattan krånglar',
      'Nätet fungerar inte',
      'Projektorn visar ingen bild',
      'Vem är vår tekniker?',
      'Prata med en människa',
    ]);
    expect(titles('team')).toEqual(titles('groupChat'));
    expect(titles('team')?.at(-1)).toBe('Prata med en människa');
  });

  it('follow the order of manifest/words when there is no desk', () => {
    expect(chooseStarters(sources.words.sv.starters, null, 3)).toEqual(['network', 'printer', 'account']);
  });

  it('exist for the same matters in both languages', () => {
    const [sv, en] = [sources.words.sv, sources.words.en];
    expect(Object.keys(en.starters)).toEqual(Object.keys(sv.starters));
    expect(Object.keys(sv.starters)).toHaveLength(11);
  });
});

describe('the zip', () => {
  it('holds the manifest, its icons and its languages at the root, in order', () => {
    const files = pack();
    const unzipped = unzipSync(zipPackage(files));
    expect(Object.keys(unzipped)).toEqual(['color.png', 'en.json', 'manifest.json', 'outline.png']);
    for (const [name, bytes] of Object.entries(unzipped))
      expect(Buffer.from(bytes)).toEqual(Buffer.from(files[name] ?? []));
  });

  it('is the same bytes whatever the order, the hour and the time zone', () => {
    const files = pack();
    const turned = Object.fromEntries(Object.entries(files).reverse());
    const zipIn = (zone: string) => {
      vi.stubEnv('TZ', zone);
      const hours = new Date(0).getTimezoneOffset() / 60;
      const zip = Buffer.from(zipPackage(turned)).toString('hex');
      vi.unstubAllEnvs();
      return { hours, zip };
    };
    const [east, west] = [zipIn('Pacific/Kiritimati'), zipIn('America/Los_Angeles')];
    expect(east.hours).not.toBe(west.hours);
    expect(east.zip).toBe(west.zip);
    expect(east.zip).toBe(Buffer.from(zipPackage(files)).toString('hex'));
  });
});

describe('the schemas', () => {
  it.each(['MicrosoftTeams.schema.json', 'MicrosoftTeams.Localization.schema.json'])(
    'are what Microsoft publishes: %s',
    async (name) => {
      const ours: unknown = JSON.parse(await readFile(`manifest/schema/${name}`, 'utf8'));
      expect(ours).toEqual(JSON.parse(await readFile(`${published}/v1.28/${name}`, 'utf8')));
    },
  );

  it('are of the lowest version that will do: 1.27 cannot translate what a starter says', async () => {
    const older = await loadSchemas(`${published}/v1.27`);
    const [first] = older.language('en.json', build().languageFiles['en.json']);
    expect(first).toMatchObject({
      at: 'bots[0].commandLists[0].commands[0].prompt',
      message: 'is not known to Microsoft’s schema',
    });
    const before = await loadSchemas(`${published}/v1.26`);
    expect(before.manifest('manifest.json', build().manifest).map(({ at }) => at)).toContain(
      'bots[0].commandLists[0].commands[0].type',
    );
  });
});
