import type { Desk } from '#bot/desk/desk.ts';
import { type Person, unlistedPerson, unlistedUpn } from '#bot/desk/person.ts';

const byObjectId = new WeakMap<Desk, ReadonlyMap<string, Person>>();

/**
 * Who wrote, by the Entra object id (a user principal name can be changed, and nothing vouches for it).
 * Somebody who is not listed is staff without a home site.
 */
export function identify(from: { aadObjectId: string | null; name: string }, desk: Desk): Person {
  const id = from.aadObjectId?.toLowerCase() ?? null;
  const listed = id === null ? undefined : objectIds(desk).get(id);
  return listed ?? unlistedPerson({ upn: unlistedUpn(id), aadObjectId: id, name: from.name });
}

function objectIds(desk: Desk): ReadonlyMap<string, Person> {
  const known = byObjectId.get(desk);
  if (known) return known;
  const made = new Map<string, Person>();
  for (const person of desk.people.values()) {
    if (person.aadObjectId !== null) made.set(person.aadObjectId.toLowerCase(), person);
  }
  byObjectId.set(desk, made);
  return made;
}
