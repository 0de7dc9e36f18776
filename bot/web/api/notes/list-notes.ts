import type { Desk } from '#bot/desk/desk.ts';
import { type Note, sharedFolder } from '#knowledge/note.ts';
import { stripPrivate } from '#knowledge/note-body.ts';
import { folderOf } from '#knowledge/review/rights.ts';

export type NoteFilter = {
  /** Every word must be somewhere in the note; those with all in title, symptoms or device come first. */
  readonly query: string;
  readonly site: string | null;
  readonly category: string | null;
  /** Null: all but the archived. */
  readonly status: string | null;
  readonly audience: string | null;
};

/** Of a note in lower case, what is looked at first; its body is looked at when that is not enough. */
type Entry = { readonly note: Note; readonly site: string; readonly head: string };

const sorted = new WeakMap<readonly Note[], readonly Entry[]>();
const collator = new Intl.Collator('sv');
/** More words than this tell no more. */
const mostWords = 12;

/**
 * The notes that match and may be read: by site and title, or with words the best matches first. The list of a desk
 * is put in order once; after that 50,000 notes are looked through in some tens of milliseconds.
 */
export function listNotes(
  notes: readonly Note[],
  filter: NoteFilter,
  reader: {
    readonly desk: Desk;
    readonly mayRead: (note: Note) => boolean;
    /** Whether words between [privat] marks find a note. */
    readonly readsPrivate: boolean;
  },
): Note[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean).slice(0, mostWords);
  const first: Note[] = [];
  const then: Note[] = [];
  for (const { note, head } of entriesOf(notes, reader.desk)) {
    if (!matches(note, filter) || !reader.mayRead(note)) continue;
    const missing = words.filter((word) => !head.includes(word));
    if (missing.length === 0) first.push(note);
    else if (holds(note.body, missing) && (reader.readsPrivate || holds(stripPrivate(note.body), missing)))
      then.push(note);
  }
  return then.length === 0 ? first : first.concat(then);
}

function matches(note: Note, { site, category, status, audience }: NoteFilter): boolean {
  return (
    (status === null ? note.status !== 'archived' : note.status === status) &&
    (site === null || isOf(note, site)) &&
    (category === null || note.category === category) &&
    (audience === null || note.audience === audience)
  );
}

/** Those of the folder, and those that name the site. */
function isOf(note: Note, site: string): boolean {
  return folderOf(note.id) === site || (site !== sharedFolder && note.sites.includes(site));
}

function holds(body: string, words: readonly string[]): boolean {
  const small = body.toLowerCase();
  return words.every((word) => small.includes(word));
}

/**
 * In order. Putting 50,000 in order takes most of a second, so after a change only what is new is put in its place.
 */
function entriesOf(notes: readonly Note[], desk: Desk): readonly Entry[] {
  const known = sorted.get(notes);
  if (known) return known;
  const made = latest?.desk === desk ? renew(latest.entries, notes, desk) : inOrder(notes, desk);
  sorted.set(notes, made);
  latest = { desk, entries: made };
  return made;
}

let latest: { readonly desk: Desk; readonly entries: readonly Entry[] } | null = null;

function renew(before: readonly Entry[], notes: readonly Note[], desk: Desk): readonly Entry[] {
  const present = new Set(notes);
  const kept = before.filter(({ note }) => present.has(note));
  const old = new Set(kept.map(({ note }) => note));
  const added = inOrder(
    notes.filter((note) => !old.has(note)),
    desk,
  );
  const merged: Entry[] = [];
  let next = 0;
  for (const entry of kept) {
    for (let one = added[next]; one !== undefined && compare(one, entry) < 0; one = added[next]) {
      merged.push(one);
      next += 1;
    }
    merged.push(entry);
  }
  return [...merged, ...added.slice(next)];
}

function inOrder(notes: readonly Note[], desk: Desk): Entry[] {
  const siteOf = (note: Note) => {
    const folder = folderOf(note.id);
    return folder === sharedFolder ? '' : (desk.sites.get(folder)?.name ?? folder);
  };
  return notes.map((note) => ({ note, site: siteOf(note), head: headOf(note, siteOf(note)) })).sort(compare);
}

function compare(a: Entry, b: Entry): number {
  return (
    collator.compare(a.site, b.site) ||
    collator.compare(a.note.title, b.note.title) ||
    (a.note.id < b.note.id ? -1 : 1)
  );
}

function headOf({ id, title, asset, symptoms, owner }: Note, site: string): string {
  return [title, id, site, asset ?? '', owner ?? '', ...symptoms].join('\n').toLowerCase();
}
