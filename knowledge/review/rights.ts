import { type Deed, reachOfParty, rolesThat } from '#bot/desk/access.ts';
import type { Reach } from '#bot/desk/access-row.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { Person, Role } from '#bot/desk/person.ts';
import { type Note, sharedFolder } from '#knowledge/note.ts';

/** What a route asks for, and where the table of who may see what answers it. */
const deedOf = {
  'open-tab': ['tab read'],
  'read-technician-notes': ['technician-notes read'],
  'read-private-parts': ['private-parts read'],
  'edit-notes': ['staff-notes edit'],
  'see-work': ['work read'],
  'try-questions': ['trial ask'],
  'find-people': ['people find'],
  'import-notes': ['notes import'],
  'see-rota': ['rota read'],
  'see-absence-reasons': ['absence-reasons read', 'yes'],
  'see-desk': ['desk read'],
  'change-rota': ['rota edit'],
  'change-desk': ['desk edit'],
  'export-desk': ['desk export'],
  'see-insights': ['note-insights read'],
  'see-all-insights': ['insights read', 'yes'],
} as const satisfies Record<string, readonly [Deed, Reach?]>;
export type Right = keyof typeof deedOf;

/** Whose roles give it; heads of sites have some beside. */
export const rightsByRole = {
  'open-tab': rolesWith('open-tab'),
  'read-technician-notes': rolesWith('read-technician-notes'),
  'read-private-parts': rolesWith('read-private-parts'),
  'edit-notes': rolesWith('edit-notes'),
  'see-work': rolesWith('see-work'),
  'try-questions': rolesWith('try-questions'),
  'find-people': rolesWith('find-people'),
  'import-notes': rolesWith('import-notes'),
  'see-rota': rolesWith('see-rota'),
  'see-absence-reasons': rolesWith('see-absence-reasons'),
  'see-desk': rolesWith('see-desk'),
  'change-rota': rolesWith('change-rota'),
  'change-desk': rolesWith('change-desk'),
  'export-desk': rolesWith('export-desk'),
  'see-insights': rolesWith('see-insights'),
  'see-all-insights': rolesWith('see-all-insights'),
} as const satisfies Readonly<Record<Right, readonly Role[]>>;

function rolesWith(right: Right): readonly Role[] {
  const [deed, reach]: readonly [Deed, Reach?] = deedOf[right];
  return rolesThat(deed, reach);
}

/** What the head of a site has beside their roles. */
const rightsOfHeads: ReadonlySet<string> = new Set(
  Object.entries(deedOf).flatMap(([right, [deed, reach]]: [string, readonly [Deed, Reach?]]) => {
    const may = reachOfParty('head', deed);
    return may === 'no' || (reach !== undefined && may !== reach) ? [] : [right];
  }),
);

/** What of a note decides who may do what with it. */
export type NoteReach = Pick<Note, 'id' | 'sites' | 'siteKinds' | 'audience'>;

/** What one person may do at this desk. Roles come from the desk, never from a token. */
export type Rights = {
  has(right: Right): boolean;
  mayRead(note: NoteReach): boolean;
  /** Every site that the note is about must be theirs; a note for all sites or for a kind is for who edits `*`. */
  mayEdit(note: NoteReach): boolean;
  /** As edit, but a technician publishes notes for technicians only: what staff read is an editor's to publish. */
  mayPublish(note: NoteReach): boolean;
  /** An editor of it, its owner, or a technician, who may be standing in front of the thing. */
  mayVerify(note: NoteReach & Pick<Note, 'owner'>): boolean;
  /** A site's id, or `_shared`. */
  mayEditFolder(folder: string): boolean;
  /** Sites that they are the contact of: whose figures are theirs to see. */
  readonly headOf: readonly string[];
};

/** Pure: the person as the desk has them now. */
export function rightsOf(person: Person, desk: Desk): Rights {
  const headOf = [...desk.sites.values()]
    .filter(({ contactUpn }) => contactUpn === person.upn)
    .map(({ id }) => id);
  const has = (right: Right) =>
    rightsByRole[right].some((role) => person.roles.includes(role)) ||
    (headOf.length > 0 && rightsOfHeads.has(right));
  const scopes = new Map(scopedDeeds.map((deed) => [deed, scopeOf(deed, person, desk)]));
  const reaches = (deed: ScopedDeed, note: NoteReach) => covers(scopes.get(deed) ?? nothing, note, desk);
  const mayRead = (note: NoteReach) =>
    has('open-tab') && (note.audience === 'staff' || has('read-technician-notes'));
  return {
    headOf,
    has,
    mayRead,
    mayEdit: (note) => mayRead(note) && reaches(`${note.audience}-notes edit`, note),
    mayPublish: (note) => mayRead(note) && reaches(`${note.audience}-notes publish`, note),
    mayVerify: (note) => mayRead(note) && (note.owner === person.upn || reaches('notes verify', note)),
    mayEditFolder: (folder) => {
      const scope = scopes.get('staff-notes edit') ?? nothing;
      return has('edit-notes') && (scope.all || (folder !== sharedFolder && holds(scope, folder, desk)));
    },
  };
}

const scopedDeeds = [
  'staff-notes edit',
  'staff-notes publish',
  'technician-notes edit',
  'technician-notes publish',
  'notes verify',
] as const satisfies readonly Deed[];
type ScopedDeed = (typeof scopedDeeds)[number];

/** Sites and areas by id; `all`: every site, and what is for all of them. */
type Scope = { readonly all: boolean; readonly ids: ReadonlySet<string> };
const nothing: Scope = { all: false, ids: new Set() };

/** Where the person may do that: everywhere, or at the sites that the roles which may are given for. */
function scopeOf(deed: ScopedDeed, person: Person, desk: Desk): Scope {
  const scopes = person.roles.map((role): Scope => {
    const reach = reachOfParty(role, deed);
    if (reach === 'yes') return { all: true, ids: new Set() };
    return reach === 'own-site' ? ownSites(role, person, desk) : nothing;
  });
  return { all: scopes.some(({ all }) => all), ids: new Set(scopes.flatMap(({ ids }) => [...ids])) };
}

function ownSites(role: Role, person: Person, desk: Desk): Scope {
  if (role === 'editor') return whatEditorEdits(person);
  return role === 'technician' ? whatTechnicianServes(person, desk) : nothing;
}

function whatEditorEdits(person: Person): Scope {
  const ids = new Set(person.edits ?? person.homeSiteIds);
  return { all: ids.has('*'), ids };
}

/** A technician with neither areas nor sites serves none in particular, so edits none. */
function whatTechnicianServes(person: Person, desk: Desk): Scope {
  const technician = desk.technicians.get(person.upn);
  return technician ? { all: false, ids: new Set([...technician.sites, ...technician.areas]) } : nothing;
}

function covers(scope: Scope, note: NoteReach, desk: Desk): boolean {
  if (scope.all) return true;
  const folder = folderOf(note.id);
  const sites = new Set(note.sites);
  if (folder !== sharedFolder) sites.add(folder);
  return sites.size > 0 && [...sites].every((site) => holds(scope, site, desk));
}

function holds(scope: Scope, siteId: string, desk: Desk): boolean {
  const area = desk.sites.get(siteId)?.area;
  return scope.all || scope.ids.has(siteId) || (area !== undefined && area !== '' && scope.ids.has(area));
}

/** `solrosen` of `solrosen/skrivaren`. */
export function folderOf(noteId: string): string {
  return noteId.split('/')[0] ?? '';
}
