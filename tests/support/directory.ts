import type { DirectoryPerson } from '#bot/desk/directory-person.ts';
import type { DirectoryEntry } from '#knowledge/desk-folder/people/directory-entry.ts';

const evasObjectId = '11111111-2222-4333-8444-555555555555';

/** Eva, as a directory names her. */
export function buildEntry(overrides: Partial<DirectoryEntry> = {}): DirectoryEntry {
  const upn = overrides.upn ?? 'eva@desk.example';
  return {
    upn,
    objectId: upn === 'eva@desk.example' ? evasObjectId : `id-${upn}`,
    name: 'Eva Ek',
    department: null,
    office: null,
    city: null,
    company: null,
    language: null,
    enabled: true,
    guest: false,
    ...overrides,
  };
}

/** Eva, as an earlier sync kept her. */
export function buildDirectoryPerson(overrides: Partial<DirectoryPerson> = {}): DirectoryPerson {
  return {
    id: 'eva@desk.example',
    objectId: evasObjectId,
    upn: 'eva@desk.example',
    name: 'Eva Ek',
    department: null,
    office: 'Solan',
    siteIds: ['solen'],
    language: null,
    inactiveSince: null,
    ...overrides,
  };
}
