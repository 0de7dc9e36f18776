import type { Desk } from '#bot/desk/desk.ts';
import type { Person } from '#bot/desk/person.ts';
import type { PeoplePage, SimulatedPerson } from './chat.ts';
import { conversationIdOf, objectIdOf, userIdOf } from './identities.ts';

export type Side = 'staff' | 'technician';

export type Directory = {
  byId(aadObjectId: string): Promise<SimulatedPerson | null>;
  /** Also by the `29:` id, as members of a new conversation may be named. */
  byMemberId(id: string): Promise<SimulatedPerson | null>;
  byConversation(conversationId: string): Promise<SimulatedPerson | null>;
  search(query: { words: string; side: Side; limit: number }): Promise<PeoplePage>;
};

/** Somebody of the tenant on no list of the desk, so that it can be seen how such a one is helped. */
const visitor: SimulatedPerson = {
  aadObjectId: objectIdOf('visitor'),
  name: 'Kim Vikarie',
  title: null,
  handlesCases: false,
  siteNames: [],
  listed: false,
};

/** Looks people up by any of their ids. The list is read anew when an id is not known, as after an import. */
export function createDirectory(listPeople: () => Promise<readonly SimulatedPerson[]>): Directory {
  let byAnyId = new Map<string, SimulatedPerson>();
  const read = async () => {
    const people = [...(await listPeople()), visitor];
    byAnyId = new Map(people.flatMap(idsOf));
    return people;
  };
  const find = async (id: string) => {
    if (!byAnyId.has(id)) await read();
    return byAnyId.get(id) ?? null;
  };
  return {
    byId: (aadObjectId) => find(aadObjectId.toLowerCase()),
    byMemberId: find,
    byConversation: find,
    search: async ({ words, side, limit }) => {
      const matching = (await read()).filter((person) => matches(person, words));
      const people = matching.toSorted((a, b) => rank(a, side) - rank(b, side));
      return { people: people.slice(0, limit), total: people.length };
    },
  };
}

/** The desk's people as the simulator plays them. */
export function toSimulatedPeople(desk: Pick<Desk, 'people' | 'sites'>): readonly SimulatedPerson[] {
  return [...desk.people.values()].map((person) => toSimulatedPerson(person, desk.sites));
}

function toSimulatedPerson(person: Person, sites: Desk['sites']): SimulatedPerson {
  return {
    aadObjectId: person.aadObjectId ?? objectIdOf(person.upn),
    name: person.name,
    title: person.title,
    handlesCases: person.roles.includes('technician') || person.roles.includes('dispatcher'),
    siteNames: person.homeSiteIds.flatMap((id) => sites.get(id)?.name ?? []),
    listed: true,
  };
}

function idsOf(person: SimulatedPerson): [string, SimulatedPerson][] {
  const { aadObjectId } = person;
  return [aadObjectId, userIdOf(aadObjectId), conversationIdOf(aadObjectId)].map((id) => [id, person]);
}

function matches(person: SimulatedPerson, words: string): boolean {
  const text = [person.name, person.title ?? '', ...person.siteNames].join(' ').toLocaleLowerCase('sv');
  return words
    .toLocaleLowerCase('sv')
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function rank(person: SimulatedPerson, side: Side): number {
  if (!person.listed) return 2;
  return person.handlesCases === (side === 'technician') ? 0 : 1;
}
