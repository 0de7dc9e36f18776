import type { Desk } from '#bot/desk/desk.ts';
import type { Person, Role } from '#bot/desk/person.ts';
import { type Note, sharedFolder } from '#knowledge/note.ts';

/** What a route asks for, and whose roles give it. An admin has every right. */
export const rightsByRole = {
  'open-tab': ['reader', 'technician', 'editor', 'dispatcher', 'admin'],
  'read-technician-notes': ['technician', 'editor', 'dispatcher', 'admin'],
  'edit-notes': ['technician', 'editor', 'admin'],
  'see-work': ['technician', 'editor', 'admin'],
  'try-questions': ['editor', 'dispatcher', 'admin'],
  'find-people': ['technician', 'editor', 'dispatcher', 'admin'],
  'import-notes': ['editor', 'admin'],
  'see-rota': ['technician', 'dispatcher', 'admin'],
  'see-desk': ['dispatcher', 'admin'],
  'change-rota': ['dispatcher', 'admin'],
  'change-desk': ['admin'],
  'export-desk': ['admin'],
  'see-insights': ['editor', 'dispatcher', 'admin'],
  'see-all-insights': ['dispatcher', 'admin'],
} as const satisfies Record<string, readonly Role[]>;
export type Right = keyof typeof rightsByRole;

/** What the head of a site has beside their roles: the tab, with the figures of their own site. */
const rightsOfHeads: ReadonlySet<Right> = new Set(['open-tab', 'see-insights']);

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
  const edits = person.roles.includes('editor') ? whatEditorEdits(person) : nothing;
  const serves = person.roles.includes('technician') ? whatTechnicianServes(person, desk) : nothing;
  const reaches = (scope: Scope, note: NoteReach) => isAdmin(person) || covers(scope, note, desk);
  const both = { all: edits.all || serves.all, ids: new Set([...edits.ids, ...serves.ids]) };
  const mayRead = (note: NoteReach) =>
    has('open-tab') && (note.audience === 'staff' || has('read-technician-notes'));
  return {
    headOf,
    has,
    mayRead,
    mayEdit: (note) => mayRead(note) && reaches(both, note),
    mayPublish: (note) =>
      mayRead(note) && (reaches(edits, note) || (note.audience === 'technician' && reaches(both, note))),
    mayVerify: (note) =>
      mayRead(note) &&
      (person.roles.includes('technician') || note.owner === person.upn || reaches(both, note)),
    mayEditFolder: (folder) =>
      has('edit-notes') &&
      (isAdmin(person) || both.all || (folder !== sharedFolder && holds(both, folder, desk))),
  };
}

/** Sites and areas by id; `all`: every site, and what is for all of them. */
type Scope = { readonly all: boolean; readonly ids: ReadonlySet<string> };
const nothing: Scope = { all: false, ids: new Set() };

function isAdmin(person: Person): boolean {
  return person.roles.includes('admin');
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
