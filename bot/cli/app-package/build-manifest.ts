import type { PackageSettings } from '#bot/config.ts';
import type { Category } from '#bot/desk/category.ts';
import { chooseStarters } from './choose-starters.ts';
import type { PackageDesk } from './load-package-desk.ts';
import type { Language, PackageSources, Starter, Words } from './sources.ts';

export type ManifestInput = {
  readonly sources: PackageSources;
  readonly settings: PackageSettings;
  /** Null: there is no desk yet. */
  readonly desk: PackageDesk | null;
  /** `1.2.3`; Teams takes an update only when it is higher than before. */
  readonly version: string;
};

export type BuiltManifest = {
  readonly manifest: Readonly<Record<string, unknown>>;
  /** File name → flat keys, for every language but the manifest's own. */
  readonly languageFiles: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the starters of the personal chat say, in Swedish. */
  readonly starters: readonly string[];
  /** Settings that were absent and what stands there instead, to be changed by the organisation. */
  readonly placeholders: readonly { readonly setting: string; readonly value: string }[];
};

/** In a personal chat the commonest matters fit too; a group has a menu that opens on the bot's name. */
const personalStarters = 4;
const groupStarters = 2;

/** Pure: the same input gives the same manifest. */
export function buildManifest(input: ManifestInput): BuiltManifest {
  const { sources, settings } = input;
  const { developer, placeholders } = chooseDeveloper(settings, input.desk?.name ?? null);
  const chosen = chooseStarters(sources.words.sv.starters, input.desk, personalStarters);
  const said = (language: Language) => sayIn(sources.words[language], chosen, input.desk?.name ?? null);
  const swedish = said('sv');
  const { $schema, manifestVersion, bots, staticTabs, composeExtensions, ...fixed } = sources.template;
  const [extension] = composeExtensions;
  const commands = sayCommands(sources, 'sv');
  const { host } = new URL(settings.publicUrl);
  const manifest = {
    $schema,
    manifestVersion,
    version: input.version,
    id: settings.appId,
    developer,
    name: swedish.name,
    description: swedish.description,
    ...fixed,
    bots: [{ ...bots[0], botId: settings.appId, commandLists: swedish.commandLists }],
    composeExtensions: [{ ...extension, botId: settings.appId, commands }],
    staticTabs: [...staticTabs, notesTab(settings.publicUrl, swedish.tab)],
    // As the tab's sign-in wants it: see bot/web/api/auth.
    webApplicationInfo: { id: settings.appId, resource: `api://${host}/botid-${settings.appId}` },
    validDomains: [host],
    localizationInfo: {
      defaultLanguageTag: 'sv',
      additionalLanguages: [{ languageTag: 'en', file: 'en.json' }],
    },
  };
  const starters = swedish.commandLists[0]?.commands.map(({ title }) => title) ?? [];
  const english = { ...flatten(said('en')), ...flattenCommands(sayCommands(sources, 'en')) };
  return { manifest, languageFiles: { 'en.json': english }, starters, placeholders };
}

/** Links to a note name it by its entity id: see knowledge/tab/host. */
function notesTab(publicUrl: string, name: string) {
  const contentUrl = `${publicUrl}/tab/`;
  return { entityId: 'notes', name, contentUrl, websiteUrl: contentUrl, scopes: ['personal'] };
}

/** The message extension's commands with their words in one language. */
function sayCommands({ template, words }: PackageSources, language: Language) {
  return template.composeExtensions[0].commands.map(({ parameters, ...command }) => {
    const said = words[language].extension[command.id];
    const { title, description } = said;
    const search = 'search' in said ? said.search : null;
    return {
      ...command,
      title,
      description,
      ...(parameters && search ? { parameters: [{ ...parameters[0], ...search }] } : {}),
    };
  });
}

function flattenCommands(commands: ReturnType<typeof sayCommands>): Record<string, string> {
  const keys = commands.flatMap(({ title, description, parameters = [] }, index) => {
    const at = `composeExtensions[0].commands[${index}]`;
    const own = { [`${at}.title`]: title, [`${at}.description`]: description };
    const [search] = parameters;
    if (search === undefined) return Object.entries(own);
    const of = `${at}.parameters[0]`;
    return Object.entries({
      ...own,
      [`${of}.title`]: search.title,
      [`${of}.description`]: search.description,
    });
  });
  return Object.fromEntries(keys);
}

type Said = Pick<Words, 'name' | 'description' | 'tab'> & { readonly commandLists: readonly CommandList[] };
type CommandList = { readonly scopes: readonly string[]; readonly commands: readonly Command[] };
type Command = Starter & { readonly type: 'prompt' };

function sayIn(words: Words, chosen: readonly Category[], deskName: string | null): Said {
  const fill = (text: string) => text.replaceAll('{organisation}', () => deskName ?? words.organisation);
  const matters = chosen.flatMap((category) => words.starters[category] ?? []);
  const always = [words.technician, words.person];
  const list = (scope: string, starters: readonly Starter[]): CommandList => ({
    scopes: [scope],
    commands: starters.map((starter) => ({ ...starter, type: 'prompt' })),
  });
  const inGroups = [...matters.slice(0, groupStarters), ...always];
  return {
    tab: words.tab,
    name: { short: words.name.short, full: fill(words.name.full) },
    description: { short: fill(words.description.short), full: fill(words.description.full) },
    // One list for each scope, as Microsoft asks.
    commandLists: [
      list('personal', [...matters, ...always]),
      list('team', inGroups),
      list('groupChat', inGroups),
    ],
  };
}

/** The keys of a language file: where in the manifest each sentence stands. */
function flatten(said: Said): Record<string, string> {
  const commands = said.commandLists.flatMap((list, place) =>
    list.commands.flatMap(({ title, description, prompt }, index) => {
      const at = `bots[0].commandLists[${place}].commands[${index}]`;
      return Object.entries({
        [`${at}.title`]: title,
        [`${at}.description`]: description,
        [`${at}.prompt`]: prompt,
      });
    }),
  );
  return {
    'name.short': said.name.short,
    'name.full': said.name.full,
    'description.short': said.description.short,
    'description.full': said.description.full,
    // After Teams' own tab, the chat.
    'staticTabs[1].name': said.tab,
    ...Object.fromEntries(commands),
  };
}

/** The longest that the manifest takes. */
const developerNameLength = 32;

function chooseDeveloper({ developer, publicUrl }: PackageSettings, deskName: string | null) {
  const fits = deskName !== null && deskName.length <= developerNameLength ? deskName : null;
  const placeholders: { setting: string; value: string }[] = [];
  const orPlaceholder = (value: string | null, setting: string, placeholder: string) => {
    if (value === null) placeholders.push({ setting, value: placeholder });
    return value ?? placeholder;
  };
  // On the organisation's own host: a link that is not changed leads to no stranger.
  const link = (value: string | null, setting: string) =>
    orPlaceholder(value, setting, `${publicUrl}/change-me/${setting}`);
  return {
    developer: {
      name: orPlaceholder(
        developer.name ?? fits,
        'VAKTIS_DEVELOPER_NAME',
        'Change me: VAKTIS_DEVELOPER_NAME',
      ),
      websiteUrl: link(developer.websiteUrl, 'VAKTIS_WEBSITE_URL'),
      privacyUrl: link(developer.privacyUrl, 'VAKTIS_PRIVACY_URL'),
      termsOfUseUrl: link(developer.termsOfUseUrl, 'VAKTIS_TERMS_URL'),
    },
    placeholders,
  };
}
