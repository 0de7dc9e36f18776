import type { Person } from './person.ts';

/** Somebody whom the organisation's own directory names; kept beside the people whom the desk itself lists. */
export type DirectoryPerson = {
  /** What the desk knows them as: the upn of the day when they came, and it stays when the upn changes. */
  readonly id: string;
  /** Entra object id, lower case; null from a list that has none. */
  readonly objectId: string | null;
  /** Lower case, as it is now. */
  readonly upn: string;
  readonly name: string;
  readonly department: string | null;
  readonly office: string | null;
  /** What the rules made of it. */
  readonly siteIds: readonly string[];
  readonly language: string | null;
  /** Null while the directory has them. */
  readonly inactiveSince: Date | null;
};

/**
 * Everybody whom the desk knows. What the desk itself says of a person wins; the directory fills in what it leaves
 * empty. Who has left the directory is left out, unless the desk lists them.
 */
export function mergePeople(
  listed: readonly Person[],
  directory: readonly DirectoryPerson[],
  sites: ReadonlySet<string>,
): Person[] {
  const find = createFinder(directory);
  const used = new Set<string>();
  const filled = listed.map((person) => {
    const known = find(person);
    if (known === null) return person;
    used.add(known.id);
    return known.inactiveSince === null ? fillIn(person, known, sites) : person;
  });
  const ids = new Set(listed.map(({ upn }) => upn));
  const others = directory.filter(
    ({ id, inactiveSince }) => inactiveSince === null && !used.has(id) && !ids.has(id),
  );
  return [...filled, ...others.map((known) => toPerson(known, sites))];
}

/** The directory's entry of a listed person: by object id, then by name as long as that names nobody else. */
export function createFinder(
  directory: readonly DirectoryPerson[],
): (person: Pick<Person, 'upn' | 'aadObjectId'>) => DirectoryPerson | null {
  const byObjectId = new Map(directory.flatMap((known) => (known.objectId ? [[known.objectId, known]] : [])));
  const byId = new Map(directory.map((known) => [known.id, known]));
  const byUpn = new Map(directory.filter((known) => !isKeptApart(known)).map((known) => [known.upn, known]));
  return ({ upn, aadObjectId }) => {
    const sure = aadObjectId === null ? undefined : byObjectId.get(aadObjectId.toLowerCase());
    if (sure) return sure;
    const named = byId.get(upn) ?? byUpn.get(upn);
    const isAnother = aadObjectId !== null && named?.objectId != null;
    return named === undefined || isAnother ? null : named;
  };
}

/** What the desk knows somebody as whose upn has been another's: nothing of the other becomes theirs. */
export function idKeptApart({ upn, objectId }: Pick<DirectoryPerson, 'upn' | 'objectId'>): string {
  return upn.replace('@', `${markOf(objectId)}@`);
}

function isKeptApart({ id, objectId }: DirectoryPerson): boolean {
  return id.includes(`${markOf(objectId)}@`);
}

function markOf(objectId: string | null): string {
  return `+${(objectId ?? 'new').slice(0, 8)}`;
}

function fillIn(person: Person, known: DirectoryPerson, sites: ReadonlySet<string>): Person {
  return {
    ...person,
    aadObjectId: person.aadObjectId ?? known.objectId,
    homeSiteIds: person.homeSiteIds.length > 0 ? person.homeSiteIds : existing(known, sites),
    language: person.language ?? known.language,
  };
}

function toPerson(known: DirectoryPerson, sites: ReadonlySet<string>): Person {
  return {
    upn: known.id,
    aadObjectId: known.objectId,
    name: known.name,
    title: null,
    phone: null,
    homeSiteIds: existing(known, sites),
    roles: ['staff'],
    language: known.language,
    edits: null,
    facts: {},
  };
}

/** A site may have gone since. */
function existing({ siteIds }: DirectoryPerson, sites: ReadonlySet<string>): string[] {
  return siteIds.filter((id) => sites.has(id));
}
