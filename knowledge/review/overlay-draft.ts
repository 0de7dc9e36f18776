import type { Note } from '../note.ts';
import { appliesTo } from '../note-life.ts';
import { createNoteSearch, type ExplainingSearch } from '../search/create-note-search.ts';
import type { AskingSite, NoteQuery, NoteSearch } from '../search/note-search.ts';
import type { Explanation } from '../search/rank/explain.ts';

/** A search that holds a draft as if it were published, and can say why. Nothing else is changed. */
export type DraftedSearch = NoteSearch & {
  explain(query: NoteQuery): Explanation;
};

/**
 * Lays a draft over a search. A question only ever touches the notes of its own site, kind and everyone's, so just
 * those are read in anew for each site that is asked about: tens of milliseconds, however many notes the desk has.
 * What people taught the search counts as before. `draft` null: the notes as they are, with explanations.
 */
export function overlayDraft(
  search: NoteSearch,
  draft: Note | null,
  options: { readonly timezone: string },
): DraftedSearch {
  const shown = draft && { ...draft, status: 'published' as const };
  const notes = () => withDraft(search.all(), shown);
  const bySite = new Map<string | null, ExplainingSearch>();
  const at = (site: AskingSite | null): ExplainingSearch => {
    const key = site?.id ?? null;
    const known = bySite.get(key);
    if (known !== undefined) return known;
    const near = notes().filter((note) => note.status === 'published' && appliesTo(note, site));
    const made = createNoteSearch(near, options);
    bySite.set(key, made);
    return made;
  };
  return {
    get: (id) => (shown !== null && id === shown.id ? shown : search.get(id)),
    all: notes,
    explain: (query) => at(query.site).explain(query),
    search: (query) =>
      shown === null ? search.search(query) : asTaught(at(query.site).search(query), search.search(query)),
  };
}

function withDraft(notes: readonly Note[], draft: Note | null): readonly Note[] {
  return draft === null ? notes : [...notes.filter(({ id }) => id !== draft.id), draft];
}

type Found = ReturnType<NoteSearch['search']>;

/** What was learned of a note moves it here as far as it does there. */
function asTaught(found: Found, before: Found): Found {
  const learned = new Map(before.map((hit) => [hit.note.id, hit.learned ?? 0]));
  const moved = found.map((hit) => {
    const by = learned.get(hit.note.id) ?? 0;
    return by === 0 ? hit : { ...hit, learned: by, score: Math.min(1, Math.max(0, hit.score + by)) };
  });
  const outages = moved.filter(({ currentOutage }) => currentOutage);
  const others = moved.filter(({ currentOutage }) => !currentOutage);
  return [...outages, ...others.sort((a, b) => b.score - a.score)];
}
