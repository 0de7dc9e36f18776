import { createPeopleStore } from '#adapters/storage/people-store.ts';
import type { Config } from '#bot/config.ts';
import { InvalidInput, NotFound } from '#bot/errors.ts';
import { peopleWords } from '#bot/i18n/people.ts';
import type { StoredPeople } from '#knowledge/desk-folder/people/people-store.ts';
import { type PeoplePlan, planPeople } from '#knowledge/desk-folder/people/plan-people.ts';
import type { CommandContext } from '../command-context.ts';
import type { DirectoryNetwork } from '../people.ts';
import { readRules } from './read-rules.ts';
import { readSource } from './read-source.ts';
import { parseSyncOptions, type SyncChoices, type SyncOptions } from './sync-options.ts';
import { syncJson, syncLines } from './sync-report.ts';

export type SyncWorld = {
  readonly context: CommandContext;
  readonly readSettings: () => Pick<Config, 'people'>;
  readonly network: DirectoryNetwork;
};

/** So few may always go: in a small desk one person is soon ten percent. */
const fewAtOnce = 3;

/** Reads, plans, reports, and writes unless it is dry or too many would vanish. @returns the exit code. */
export async function syncPeople(options: SyncOptions, world: SyncWorld): Promise<number> {
  const choices = parseSyncOptions(options);
  const { context, network } = world;
  const words = peopleWords(choices.language);
  const store = createPeopleStore((await context.storage()).database);
  const stored = await store.load();
  const rules = await rulesFor(choices, stored, context.cwd);
  const read = await readSource(choices, world);
  if (!read.entries.some(({ enabled, guest }) => enabled && !guest)) throw new InvalidInput(words.nobody);
  const now = network.now();
  const { directory, listed, sites } = stored;
  const { partial, forgetAfterDays } = choices;
  const plan = planPeople({
    ...{ entries: read.entries, stored: directory, listed, sites, rules },
    ...{ partial, forgetAfterDays, now },
  });
  const isStopped = isTooMuch(plan, choices);
  if (!choices.dryRun && !isStopped) {
    await store.apply(plan, { at: now, source: choices.source.kind, basedOn: stored.revision });
  }
  const result = { plan, rules, unusable: read.unusable, isStopped };
  if (choices.json) context.write(JSON.stringify(syncJson(result, choices)));
  else for (const line of syncLines(result, choices)) context.write(line);
  return isStopped ? 1 : 0;
}

async function rulesFor(choices: SyncChoices, { settings, sites }: StoredPeople, cwd: string) {
  const words = peopleWords(choices.language);
  if (settings === null) throw new NotFound(words.noDesk);
  const rules =
    choices.rulesFile === null
      ? (settings.peopleRules ?? [])
      : await readRules(choices.rulesFile, { cwd, language: choices.language });
  if (rules.length === 0) throw new InvalidInput(words.noRules);
  const known = new Set(sites.map(({ id }) => id));
  const unknown = rules.flatMap(({ gives }) =>
    gives.kind === 'sites' ? gives.siteIds.filter((id) => !known.has(id)) : [],
  );
  if (unknown.length > 0) throw new InvalidInput(words.unknownSites([...new Set(unknown)].join(', ')));
  return rules;
}

function isTooMuch(plan: PeoplePlan, { maxRemovals, allowRemovals }: SyncChoices): boolean {
  const vanish = plan.leave.length + plan.losing.length;
  return !allowRemovals && vanish > fewAtOnce && plan.vanishing * 100 > maxRemovals;
}
