import { createPeopleStore } from '#adapters/storage/people-store.ts';
import type { Desk } from '#bot/desk/desk.ts';
import { createFinder } from '#bot/desk/directory-person.ts';
import type { PeopleStore } from '#knowledge/desk-folder/people/people-store.ts';
import { reachOf } from '../people/reach.ts';
import { type DoctorCheck, type Finding, fault, off, ok, warning } from './check.ts';
import { usable } from './database-checks.ts';
import type { DoctorWorld } from './world.ts';

const day = 24 * 60 * 60_000;
const fresh = 14;
const shown = 5;

/** Whether the bot reaches the technicians, and whether the desk knows who is new. */
export function peopleChecks(world: DoctorWorld, desk: Desk): DoctorCheck[] {
  const database = usable(world);
  if (database === null) return [];
  const { names } = world.words;
  const store = createPeopleStore(database);
  return [
    { id: 'technicians', name: names.technicians, run: () => checkTechnicians(world, desk, store) },
    { id: 'people', name: names.people, run: () => checkSync(world, desk, store) },
  ];
}

async function checkTechnicians(
  { words, config }: DoctorWorld,
  desk: Desk,
  store: PeopleStore,
): Promise<Finding> {
  if (desk.technicians.size === 0) return warning(words.noTechnicians);
  if (config.credentials === null) return off(words.noRegistration);
  const all = reachOf(desk, await store.reach()).filter(({ upn }) => desk.technicians.has(upn));
  const missing = all.filter(({ reach }) => reach !== 'reached').map(({ name }) => name);
  if (missing.length === 0) return ok(words.techniciansOk(all.length));
  if (missing.length === all.length) return fault(words.techniciansNone(all.length));
  return warning(words.techniciansSome(listOf(missing), missing.length, all.length));
}

async function checkSync({ words, network }: DoctorWorld, desk: Desk, store: PeopleStore): Promise<Finding> {
  const last = await store.lastSync();
  if (last === null) return off(words.peopleNever);
  const { directory, listed } = await store.load();
  const findGone = createFinder(directory.filter(({ inactiveSince }) => inactiveSince !== null));
  const left = listed.filter((person) => desk.technicians.has(person.upn) && findGone(person) !== null);
  if (left.length > 0) return warning(words.peopleLeft(listOf(left.map(({ name }) => name))));
  const days = Math.floor((network.now().getTime() - last.at.getTime()) / day);
  return days > fresh ? warning(words.peopleOld(days)) : ok(words.peopleOk(last.known, Math.max(0, days)));
}

function listOf(names: readonly string[]): string {
  const rest = names.length > shown ? ' …' : '';
  return `${names.slice(0, shown).join(', ')}${rest}`;
}
