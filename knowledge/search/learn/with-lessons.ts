import type { FoundNote, NoteQuery, NoteSearch } from '../note-search.ts';
import { leanOf } from './lean.ts';
import type { Lesson } from './lesson.ts';
import { tellingWords } from './telling-words.ts';

/** So many of the search's own hits can change places: what it did not find, no lesson can bring in. */
const considered = 20;

/**
 * The same search, its hits moved a little by what people said of them. Only what the search found for this site,
 * reader and moment is moved, so no filter is ever crossed.
 */
export function withLessons(search: NoteSearch, lessons: readonly Lesson[]): NoteSearch {
  const byNote = Map.groupBy(lessons, ({ noteId }) => noteId);
  if (byNote.size === 0) return search;
  return {
    get: search.get,
    all: search.all,
    search(query) {
      const found = search.search({ ...query, limit: Math.max(query.limit, considered) });
      const isTaught = found.some(({ note }) => byNote.has(note.id));
      const ranked = isTaught ? moved(found, byNote, query) : found;
      return ranked.slice(0, query.limit);
    },
  };
}

function moved(
  found: readonly FoundNote[],
  byNote: ReadonlyMap<string, readonly Lesson[]>,
  query: NoteQuery,
): FoundNote[] {
  const { site, text, at } = query;
  const asked = tellingWords(text, site === null ? [] : [site.name ?? '', ...(site.aliases ?? [])]);
  const leaning = found.map((hit) => {
    const learned = hit.currentOutage ? 0 : leanOf(byNote.get(hit.note.id) ?? [], asked, at);
    return learned === 0 ? hit : { ...hit, learned, score: within(hit.score + learned) };
  });
  return inOrder(keepOwnFirst(found, leaning, query));
}

/** Praise at other sites does not lift a note for everybody past what is known about one's own. */
function keepOwnFirst(
  before: readonly FoundNote[],
  leaning: readonly FoundNote[],
  { site }: NoteQuery,
): FoundNote[] {
  const isOwn = ({ note }: FoundNote) => site !== null && note.sites.includes(site.id);
  let limit = 1;
  return leaning.map((hit, place) => {
    const was = before[place]?.score ?? hit.score;
    if (isOwn(hit)) limit = Math.min(limit, hit.score);
    return isOwn(hit) || hit.score <= was
      ? hit
      : { ...hit, score: Math.max(was, Math.min(limit, hit.score)) };
  });
}

/** Word of an outage that was placed first stays there. */
function inOrder(hits: readonly FoundNote[]): FoundNote[] {
  const from = hits.findIndex(({ currentOutage }) => !currentOutage);
  const first = from < 0 ? hits : hits.slice(0, from);
  return [...first, ...hits.slice(first.length).sort((a, b) => b.score - a.score)];
}

function within(score: number): number {
  return Math.max(0, Math.min(1, score));
}
