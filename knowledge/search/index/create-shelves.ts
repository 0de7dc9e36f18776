import type { SiteKind } from '#bot/desk/site.ts';
import type { Note } from '../../note.ts';
import { buildShelf, smallShelf, type Tools } from './build-shelf.ts';
import type { Nearness, Shelf } from './shelf.ts';

export type Shelves = {
  /** The shelves whose notes may apply at the site; with no known site only everyone's. */
  at(site: { readonly id: string; readonly kind: SiteKind } | null): Shelf[];
  /** What is ready-made, by name: one shelf, or a large one and what was added since. */
  readonly made: ReadonlyMap<string, readonly Shelf[]>;
};

/** Ready-made shelves are kept up to this many notes, then the longest unused is let go: some 15 kB a note. */
const keptNotes = 12_000;

/**
 * Sorts notes by whom they are for. A shelf is made when it is first asked for, so that a large desk starts quickly.
 * `before`: the shelves of the same desk before some notes changed, made with the same tools; what still holds is used
 * again.
 */
export function createShelves(notes: readonly Note[], tools: Tools, before?: Shelves['made']): Shelves {
  const grouped = groupByShelf(notes);
  const made = new Map<string, readonly Shelf[]>();
  const take = (nearness: Nearness, whose = ''): readonly Shelf[] => {
    const name = `${nearness} ${whose}`;
    const entries = grouped.get(name);
    if (!entries) return [];
    const shelves = made.get(name) ?? renew(nearness, entries, before?.get(name), tools);
    made.delete(name);
    made.set(name, shelves);
    letGo(made);
    return shelves;
  };
  take('everyone');
  return {
    made,
    at: (site) => {
      const near = site ? [...take('site', site.id), ...take('kind', site.kind)] : [];
      return [...near, ...take('everyone')];
    },
  };
}

function groupByShelf(notes: readonly Note[]): Map<string, Note[]> {
  const grouped = new Map<string, Note[]>();
  for (const note of notes) {
    for (const name of shelfNames(note)) {
      const held = grouped.get(name);
      if (held) held.push(note);
      else grouped.set(name, [note]);
    }
  }
  return grouped;
}

function shelfNames(note: Note): string[] {
  if (note.sites.length > 0) return [...new Set(note.sites)].map((site) => `site ${site}`);
  if (note.siteKinds.length > 0) return [...new Set(note.siteKinds)].map((kind) => `kind ${kind}`);
  return ['everyone '];
}

/** A large shelf takes seconds to make: it stays, less what went away, with a small one beside it for what is new. */
function renew(
  nearness: Nearness,
  notes: readonly Note[],
  before: readonly Shelf[] | undefined,
  tools: Tools,
): readonly Shelf[] {
  const base = before?.[0];
  if (base !== undefined && before?.length === 1 && holdsJust(base, notes)) return [base];
  if (base === undefined || base.notes.length <= smallShelf) return [buildShelf(nearness, notes, tools)];
  const held = new Set(base.notes);
  const added = notes.filter((note) => !held.has(note));
  if (added.length > smallShelf) return [buildShelf(nearness, notes, tools)];
  const rest = withoutGone(base, new Set(notes));
  return added.length === 0 ? [rest] : [rest, buildShelf(nearness, added, tools)];
}

function holdsJust({ gone, notes: held }: Shelf, notes: readonly Note[]): boolean {
  return gone === null && held.length === notes.length && held.every((note, at) => note === notes[at]);
}

function withoutGone(shelf: Shelf, present: ReadonlySet<Note>): Shelf {
  const gone = Uint8Array.from(shelf.notes, (note) => (note !== null && present.has(note) ? 0 : 1));
  return { ...shelf, gone: gone.includes(1) ? gone : null };
}

function letGo(made: Map<string, readonly Shelf[]>): void {
  const sizeOf = (shelves: readonly Shelf[]) => shelves.reduce((sum, { notes }) => sum + notes.length, 0);
  let kept = made.values().reduce((sum, shelves) => sum + sizeOf(shelves), 0);
  for (const [name, shelves] of made) {
    if (kept <= keptNotes || made.size <= 3) return;
    made.delete(name);
    kept -= sizeOf(shelves);
  }
}
