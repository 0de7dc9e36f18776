import type { SiteKind } from '#bot/desk/site.ts';
import type { Note } from '../../note.ts';
import { buildShelf, type Tools } from './build-shelf.ts';
import type { Nearness, Shelf } from './shelf.ts';

export type Shelves = {
  /** The shelves whose notes may apply at the site; with no known site only everyone's. */
  at(site: { readonly id: string; readonly kind: SiteKind } | null): Shelf[];
};

/** Ready-made shelves are kept up to this many notes, then the longest unused is let go: some 15 kB a note. */
const keptNotes = 12_000;

/** Sorts notes by whom they are for. A shelf is made when it is first asked for, so that a large desk starts quickly. */
export function createShelves(notes: readonly Note[], tools: Tools): Shelves {
  const grouped = Map.groupBy(
    notes.flatMap((note) => shelfNames(note).map((shelf) => ({ note, shelf }))),
    ({ shelf }) => shelf,
  );
  const made = new Map<string, Shelf>();
  const take = (nearness: Nearness, whose = ''): Shelf[] => {
    const name = `${nearness} ${whose}`;
    const entries = grouped.get(name)?.map(({ note }) => note);
    if (!entries) return [];
    const shelf = made.get(name) ?? buildShelf(nearness, entries, tools);
    made.delete(name);
    made.set(name, shelf);
    letGo(made);
    return [shelf];
  };
  take('everyone');
  return {
    at: (site) => {
      const near = site ? [...take('site', site.id), ...take('kind', site.kind)] : [];
      return [...near, ...take('everyone')];
    },
  };
}

function shelfNames(note: Note): string[] {
  if (note.sites.length > 0) return [...new Set(note.sites)].map((site) => `site ${site}`);
  if (note.siteKinds.length > 0) return [...new Set(note.siteKinds)].map((kind) => `kind ${kind}`);
  return ['everyone '];
}

function letGo(made: Map<string, Shelf>): void {
  let kept = made.values().reduce((sum, shelf) => sum + shelf.notes.length, 0);
  for (const [name, shelf] of made) {
    if (kept <= keptNotes || made.size <= 3) return;
    made.delete(name);
    kept -= shelf.notes.length;
  }
}
