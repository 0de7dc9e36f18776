import type { PeoplePage, SimulatedPerson } from './chat.ts';
import { conversationIdOf, objectIdOf, userIdOf } from './identities.ts';

export type Side = 'staff' | 'technician' | 'dispatcher';

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
  dispatches: false,
  suggested: false,
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
  if (!person.listed) return 3;
  const suits = {
    staff: !person.handlesCases,
    technician: person.handlesCases && !person.dispatches,
    dispatcher: person.dispatches,
  }[side];
  return suits ? (person.suggested ? 0 : 1) : 2;
}
