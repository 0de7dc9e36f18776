import type { DirectoryEntry } from '#knowledge/desk-folder/people/directory-entry.ts';
import { type GraphOptions, readPages } from './graph-client.ts';
import { GraphUser } from './graph-schema.ts';
import { languageOf, toUpn } from './map-cells.ts';

const path = `/v1.0/users?$select=${Object.keys(GraphUser.shape).join(',')}&$top=999`;

export type ReadPeople = {
  readonly entries: readonly DirectoryEntry[];
  /** Entries that name nobody: left out. */
  readonly unusable: number;
};

/**
 * Everybody of the tenant. Needs the application permission User.Read.All, with an administrator's consent.
 * https://learn.microsoft.com/graph/api/user-list
 * @throws GraphFailed
 */
export async function readGraphPeople(
  options: GraphOptions,
  onProgress: (people: number) => void = () => undefined,
): Promise<ReadPeople> {
  const entries: DirectoryEntry[] = [];
  let unusable = 0;
  for await (const page of readPages(path, options)) {
    for (const raw of page) {
      const user = GraphUser.safeParse(raw);
      const entry = user.success ? mapUser(user.data) : null;
      if (entry === null) unusable += 1;
      else entries.push(entry);
    }
    onProgress(entries.length);
  }
  return { entries, unusable };
}

function mapUser(user: GraphUser): DirectoryEntry | null {
  const upn = toUpn(user.userPrincipalName);
  if (upn === null) return null;
  return {
    objectId: user.id.toLowerCase(),
    upn,
    name: user.displayName?.trim() || upn,
    department: user.department ?? null,
    office: user.officeLocation ?? null,
    city: user.city ?? null,
    company: user.companyName ?? null,
    language: languageOf(user.preferredLanguage ?? null),
    enabled: user.accountEnabled !== false,
    guest: user.userType?.toLowerCase() === 'guest' || upn.includes('#ext#'),
  };
}
