import { loadDesk } from '#adapters/storage/desk-store.ts';
import { createPeopleStore } from '#adapters/storage/people-store.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import { NotFound } from '#bot/errors.ts';
import { type PeopleWords, peopleWords } from '#bot/i18n/people.ts';
import type { PeopleStore, Reach } from '#knowledge/desk-folder/people/people-store.ts';
import type { CommandContext } from '../command-context.ts';
import { parseLanguage } from './sync-options.ts';

export type ReachOptions = { readonly all?: boolean; readonly json?: boolean; readonly language: string };

export type Reached = {
  readonly upn: string;
  readonly name: string;
  readonly group: 'technician' | 'other-role' | 'staff';
  readonly reach: Reach;
  /** False: without an object id the bot cannot begin a chat. */
  readonly hasObjectId: boolean;
};

/** Lists whom the bot reaches. Changes nothing. @returns the exit code: always 0. */
export async function showReach(options: ReachOptions, context: CommandContext): Promise<number> {
  const words = peopleWords(parseLanguage(options.language));
  const { database } = await context.storage();
  const desk = await database.transaction(loadDesk);
  if (desk === null) throw new NotFound(words.noDesk);
  const people = reachOf(desk, await createPeopleStore(database).reach());
  if (options.json) {
    context.write(JSON.stringify({ counts: countsOf(people), people: named(people, options.all === true) }));
    return 0;
  }
  for (const line of reachLines(people, words, options.all === true)) context.write(line);
  return 0;
}

/** Everybody of the desk with how they are reached: technicians first, the unreached before the reached. */
export function reachOf(desk: Desk, known: Awaited<ReturnType<PeopleStore['reach']>>): Reached[] {
  return [...desk.people.values()]
    .map((person): Reached => {
      const { upn, name, aadObjectId } = person;
      const byObjectId = aadObjectId === null ? undefined : known.get(`oid:${aadObjectId.toLowerCase()}`);
      const reach = byObjectId ?? known.get(upn) ?? 'never';
      return { upn, name, group: groupOf(person, desk), reach, hasObjectId: aadObjectId !== null };
    })
    .sort((a, b) => groups.indexOf(a.group) - groups.indexOf(b.group) || order(a) - order(b));
}

const groups: readonly Reached['group'][] = ['technician', 'other-role', 'staff'];

function groupOf({ upn, roles }: Person, desk: Desk): Reached['group'] {
  if (desk.technicians.has(upn) || roles.includes('technician')) return 'technician';
  return roles.every((role) => role === 'staff') ? 'staff' : 'other-role';
}

function order({ reach }: Reached): number {
  return (['never', 'blocked', 'reached'] as const).indexOf(reach);
}

function named(people: readonly Reached[], all: boolean): readonly Reached[] {
  return all ? people : people.filter(({ group }) => group !== 'staff');
}

function countsOf(people: readonly Reached[]) {
  const count = (reach: Reach) => people.filter((one) => one.reach === reach).length;
  return { reached: count('reached'), blocked: count('blocked'), never: count('never') };
}

function reachLines(people: readonly Reached[], words: PeopleWords, all: boolean): string[] {
  const of = (group: Reached['group']) => people.filter((one) => one.group === group);
  const { reached } = countsOf(people);
  const staff = countsOf(of('staff'));
  return [
    words.reachTitle(reached, people.length),
    ...section(words.technicians, of('technician'), words),
    ...section(words.others, of('other-role'), words),
    words.staff(staff.reached, staff.blocked, staff.never),
    ...(all ? of('staff').map((one) => lineOf(one, words)) : []),
    ...(reached < people.length ? [words.reachNext] : []),
  ];
}

function section(title: string, people: readonly Reached[], words: PeopleWords): string[] {
  return people.length === 0 ? [] : [title, ...people.map((one) => lineOf(one, words))];
}

const marks: Readonly<Record<Reach, string>> = { reached: '✓', blocked: '✗', never: '–' };

function lineOf({ name, upn, reach, hasObjectId }: Reached, words: PeopleWords): string {
  const why = reach === 'never' && !hasObjectId ? words.noObjectId : words[reach];
  return `  ${marks[reach]} ${name} <${upn}>: ${why}`;
}
