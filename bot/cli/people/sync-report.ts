import type { PeopleRule } from '#bot/desk/desk-settings.ts';
import { peopleWords } from '#bot/i18n/people.ts';
import type { DirectoryEntry } from '#knowledge/desk-folder/people/directory-entry.ts';
import type { PeoplePlan } from '#knowledge/desk-folder/people/plan-people.ts';
import { conflictLines } from './conflict-lines.ts';
import type { SyncChoices } from './sync-options.ts';

export type SyncResult = {
  readonly plan: PeoplePlan;
  readonly rules: readonly PeopleRule[];
  readonly unusable: number;
  readonly isStopped: boolean;
};

const shownGroups = 15;

/** What a sync did or would do, in lines for a person. */
export function syncLines({ plan, rules, unusable, isStopped }: SyncResult, choices: SyncChoices): string[] {
  const words = peopleWords(choices.language);
  const { entries, guests, closed } = plan.counts;
  const conflicts = conflictLines(plan, words);
  const vanish = plan.leave.length + plan.losing.length;
  const percent = (plan.vanishing * 100).toFixed(0);
  return [
    words.read({ entries, guests, closed, unusable }),
    words.rulesTitle,
    ...plan.rules.map(({ matched, examples }, index) =>
      words.rule(index + 1, ruleText(rules[index]), matched, examples.join(', ')),
    ),
    ...unmatchedLines(plan.unmatched, words),
    ...(conflicts.length > 0 ? [words.conflicts, ...conflicts] : []),
    ...(choices.dryRun ? [words.would(countsOf(plan))] : []),
    ...(isStopped ? [words.stop(vanish, percent, choices.maxRemovals)] : []),
    ...(choices.dryRun || isStopped ? [] : [words.done(countsOf(plan))]),
  ];
}

/** The same as data. */
export function syncJson({ plan, rules, unusable, isStopped }: SyncResult, choices: SyncChoices) {
  return {
    ok: !isStopped,
    dryRun: choices.dryRun,
    source: choices.source.kind,
    stopped: isStopped,
    vanishing: plan.vanishing,
    counts: { ...plan.counts, unusable, unmatched: plan.unmatched.length, ...countsOf(plan) },
    rules: plan.rules.map((count, index) => ({ rule: index + 1, text: ruleText(rules[index]), ...count })),
    unmatched: groupsOf(plan.unmatched),
    conflicts: plan.conflicts,
    leaving: plan.leave.map(({ id }) => id),
    losingSite: plan.losing.map(({ id }) => id),
  };
}

function countsOf(plan: PeoplePlan) {
  return {
    added: plan.add.length,
    updated: plan.update.length,
    unchanged: plan.counts.unchanged,
    left: plan.leave.length,
    forgotten: plan.forget.length,
  };
}

/** `office: Solrosen → solrosen`, as the rule stands. */
function ruleText(rule: PeopleRule | undefined): string {
  if (rule === undefined) return '';
  const { when, gives } = rule;
  const conditions = Object.entries(when).map(([field, patterns]) => `${field}: ${patterns.join(' | ')}`);
  const outcome =
    gives.kind === 'sites'
      ? gives.siteIds.join(', ')
      : gives.kind === 'leave-out'
        ? 'leave_out'
        : `site_named_by ${gives.field}`;
  return [...conditions, `→ ${outcome}`].join(' ');
}

type Group = { readonly what: string; readonly people: number; readonly example: string };

/** By what their entry says of the place, since that is what the next rule will be about. */
function groupsOf(people: readonly DirectoryEntry[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { office, department, city, company, upn } of people) {
    const what = [office, department, city, company].filter(Boolean).join(' · ');
    const known = groups.get(what);
    groups.set(what, { what, people: (known?.people ?? 0) + 1, example: known?.example ?? upn });
  }
  return [...groups.values()].sort((a, b) => b.people - a.people || (a.what < b.what ? -1 : 1));
}

function unmatchedLines(people: readonly DirectoryEntry[], words: ReturnType<typeof peopleWords>): string[] {
  if (people.length === 0) return [];
  const groups = groupsOf(people);
  const rest = groups.length - shownGroups;
  return [
    words.unmatched(people.length),
    ...groups
      .slice(0, shownGroups)
      .map(({ what, people: count, example }) =>
        words.unmatchedGroup(what || words.nothingSaid, count, example),
      ),
    ...(rest > 0 ? [words.more(rest)] : []),
  ];
}
