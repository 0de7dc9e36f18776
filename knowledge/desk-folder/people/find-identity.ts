import { type DirectoryPerson, idKeptApart } from '#bot/desk/directory-person.ts';
import type { Person } from '#bot/desk/person.ts';
import type { DirectoryEntry } from './directory-entry.ts';

export type Identity = {
  /** What an earlier sync kept of them. */
  readonly known: DirectoryPerson | null;
  /** As the desk itself lists them. */
  readonly person: Person | null;
  /** What the desk knows them as. */
  readonly id: string;
  /** Their upn has been somebody else's. */
  readonly reused: boolean;
};

/**
 * Tells who an entry is: by the object id, which never changes, and by the upn only where that cannot be somebody
 * else. An organisation gives a upn to the next Anna Berg; her predecessor's cases must not become hers.
 */
export function findIdentity(
  stored: readonly DirectoryPerson[],
  listed: readonly Person[],
): (entry: DirectoryEntry) => Identity {
  const storedByObject = byObjectId(stored, ({ objectId }) => objectId);
  const listedByObject = byObjectId(listed, ({ aadObjectId }) => aadObjectId?.toLowerCase() ?? null);
  const storedById = new Map(stored.map((known) => [known.id, known]));
  const storedByUpn = new Map(stored.map((known) => [known.upn, known]));
  const listedByUpn = new Map(listed.map((person) => [person.upn, person]));
  return (entry) => {
    const { objectId, upn } = entry;
    const named = storedByUpn.get(upn) ?? storedById.get(upn) ?? null;
    const known = (objectId && storedByObject.get(objectId)) || same(named, objectId, (one) => one.objectId);
    const listedHere = listedByUpn.get(known?.id ?? upn) ?? null;
    const person =
      (objectId && listedByObject.get(objectId)) || same(listedHere, objectId, (one) => one.aadObjectId);
    const wanted = known?.id ?? person?.upn ?? upn;
    // A upn that is free by now was given away: the desk goes on to know its first owner by it.
    const owner = storedById.get(wanted);
    const isOthers =
      known === null &&
      ((owner !== undefined && !isSame(owner.objectId, objectId)) ||
        (person === null && listedByUpn.has(wanted)));
    return { known, person, id: isOthers ? idKeptApart(entry) : wanted, reused: isOthers };
  };
}

function same<T>(
  found: T | null,
  objectId: string | null,
  objectIdOf: (found: T) => string | null,
): T | null {
  return found !== null && isSame(objectIdOf(found), objectId) ? found : null;
}

/** True as long as nothing says that they are two. */
function isSame(a: string | null, b: string | null): boolean {
  return a === null || b === null || a.toLowerCase() === b.toLowerCase();
}

function byObjectId<T>(items: readonly T[], objectIdOf: (item: T) => string | null): ReadonlyMap<string, T> {
  return new Map(
    items.flatMap((item) => {
      const id = objectIdOf(item);
      return id === null ? [] : [[id, item]];
    }),
  );
}
