import { z } from 'zod';
import { checkDomains } from './check-domains.ts';
import { type PackageFault, remedyFor } from './fault.ts';

const text = z.string().catch('');
const texts = z.array(z.string()).catch([]);
const Command = z.looseObject({ title: text, type: z.string().optional(), prompt: z.string().optional() });
const Bot = z.looseObject({
  scopes: texts,
  commandLists: z.array(z.looseObject({ scopes: texts, commands: z.array(Command).catch([]) })).catch([]),
});
const Extension = z.looseObject({
  botId: z.string().optional(),
  commands: z
    .array(
      z.looseObject({
        id: text,
        type: z.string().optional(),
        fetchTask: z.boolean().optional(),
        parameters: z.array(z.unknown()).optional(),
      }),
    )
    .catch([]),
});
const Tab = z.looseObject({
  entityId: text,
  name: z.string().optional(),
  contentUrl: z.string().optional(),
  websiteUrl: z.string().optional(),
});

/** The parts that rules beyond the schema look at. What is not as it should be is the schema's to tell. */
export const ManifestShape = z.looseObject({
  id: text,
  version: text,
  developer: z.record(z.string(), z.string()).catch({}),
  name: z.looseObject({ short: text }).catch({ short: '' }),
  description: z.looseObject({ short: text, full: text }).catch({ short: '', full: '' }),
  bots: z.array(Bot).catch([]),
  composeExtensions: z.array(Extension).catch([]),
  staticTabs: z.array(Tab).catch([]),
  validDomains: texts,
  webApplicationInfo: z.looseObject({ resource: z.string().optional() }).optional().catch(undefined),
  icons: z.looseObject({ color: text, outline: text }).catch({ color: '', outline: '' }),
  localizationInfo: z
    .looseObject({
      additionalLanguages: z.array(z.looseObject({ languageTag: text, file: text })).catch([]),
    })
    .catch({ additionalLanguages: [] }),
});
export type ManifestShape = z.infer<typeof ManifestShape>;

/** What Teams asks beyond the schema, as far as a machine without an account can tell. */
export function checkRules(manifest: ManifestShape): PackageFault[] {
  return [
    ...checkIds(manifest),
    ...checkVersion(manifest),
    ...checkTexts(manifest),
    ...checkCommands(manifest),
    ...checkExtensions(manifest),
    ...checkTabs(manifest),
    ...checkDomains(manifest),
  ];
}

function fault(at: string, message: string): PackageFault {
  return { file: 'manifest.json', at, message, remedy: remedyFor(at) };
}

function checkIds({ id, bots }: ManifestShape): PackageFault[] {
  const ids = [['id', id] as const, ...bots.map((bot, i) => [`bots[${i}].botId`, bot.botId] as const)];
  return ids
    .filter(([, value]) => value === '00000000-0000-0000-0000-000000000000')
    .map(([at]) => fault(at, 'is the empty GUID, not the id of a registration'));
}

function checkVersion({ version }: ManifestShape): PackageFault[] {
  if (/^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(version)) return [];
  return [fault('version', `"${version}" must be three numbers, such as 1.2.3`)];
}

function checkTexts({ name, description }: ManifestShape): PackageFault[] {
  const faults: PackageFault[] = [];
  if (/\b(Microsoft|Teams)\b/i.test(name.short)) {
    faults.push(fault('name.short', 'may not contain the name of a Microsoft product'));
  }
  if (description.short !== '' && description.short === description.full) {
    faults.push(fault('description.full', 'says the same as the short description'));
  }
  return faults;
}

function checkCommands({ bots }: ManifestShape): PackageFault[] {
  return bots.flatMap((bot, place) =>
    bot.commandLists.flatMap((list, index) => {
      const at = `bots[${place}].commandLists[${index}]`;
      const foreign = list.scopes.filter((scope) => !bot.scopes.includes(scope));
      const titles = list.commands.map(({ title }) => title);
      return [
        ...foreign.map((scope) => fault(`${at}.scopes`, `"${scope}" is not a scope of the bot`)),
        ...list.commands.flatMap((command, number) =>
          command.type === 'prompt' && (command.prompt ?? '').trim() === ''
            ? [fault(`${at}.commands[${number}].prompt`, 'is missing: the starter would say nothing')]
            : [],
        ),
        ...(new Set(titles).size < titles.length ? [fault(at, 'has two commands with the same title')] : []),
      ];
    }),
  );
}

/** A query needs something to search by, an action a dialog; each command has an id of its own, and one bot answers. */
function checkExtensions({ id, composeExtensions }: ManifestShape): PackageFault[] {
  return composeExtensions.flatMap(({ botId, commands }, place) => {
    const at = `composeExtensions[${place}]`;
    const ids = commands.map((command) => command.id);
    return [
      ...(botId === id ? [] : [fault(`${at}.botId`, 'is not the bot of this app')]),
      ...(commands.length === 0 ? [fault(`${at}.commands`, 'has no command')] : []),
      ...(new Set(ids).size < ids.length
        ? [fault(`${at}.commands`, 'has two commands with the same id')]
        : []),
      ...commands.flatMap(({ type, parameters = [], fetchTask }, index) => {
        const named = `${at}.commands[${index}]`;
        if (type === 'action')
          return fetchTask ? [] : [fault(`${named}.fetchTask`, 'must be true: the bot makes the dialog')];
        return parameters.length > 0
          ? []
          : [fault(`${named}.parameters`, 'is missing: there is nothing to search by')];
      }),
    ];
  });
}

/** `conversations` and `about` are Teams' own tabs; any other has a page. */
function checkTabs({ staticTabs }: ManifestShape): PackageFault[] {
  return staticTabs
    .map((tab, index) => ({ ...tab, at: `staticTabs[${index}]` }))
    .filter(({ entityId }) => !['conversations', 'about'].includes(entityId))
    .flatMap(({ at, name, contentUrl }) => [
      ...(name === undefined ? [fault(`${at}.name`, 'is missing')] : []),
      ...(contentUrl === undefined ? [fault(`${at}.contentUrl`, 'is missing')] : []),
    ]);
}
