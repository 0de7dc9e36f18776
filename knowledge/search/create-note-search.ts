import type { Note } from '../note.ts';
import { nearestWords } from './analyse/nearest-words.ts';
import { type Feed, readIn } from './feed.ts';
import { nearestInGlossary } from './glossary/glossary-speller.ts';
import type { NoteQuery, NoteSearch } from './note-search.ts';
import { type Explanation, explain } from './rank/explain.ts';
import { mayBeFound } from './rank/may-be-found.ts';
import { readQuestion } from './rank/question.ts';
import { rankNotes } from './rank/rank-notes.ts';
import { scoreNotes } from './rank/score-notes.ts';
import { type SearchWeights, usualWeights } from './search-weights.ts';
import { largeShelvesOf, packFeed, unpackFeed, wasStored } from './stored/pack-feed.ts';
import { readSections, writeSections } from './stored/sections.ts';

/** A search that can say why each note came where it did. */
export type ExplainingSearch = NoteSearch & { explain(query: NoteQuery): Explanation };

const feeds = new WeakMap<NoteSearch, Feed>();

/**
 * Feeds a search with every note of the desk. `timezone` (IANA) tells when a date that is written without an
 * hour begins. A question touches its own site's and shared notes only, and a site's are read in when it first asks.
 * `before`: the search that this one takes the place of; at a large desk only what changed is then read in.
 */
export function createNoteSearch(
  notes: readonly Note[],
  options: {
    readonly timezone: string;
    readonly before?: NoteSearch | null;
    /** What {@link storableIndexOf} gave when the desk was read in last, in one run. Used when there is no `before`. */
    readonly stored?: Uint8Array | null;
    /** Default: {@link usualWeights}. */
    readonly weights?: SearchWeights;
  },
): ExplainingSearch {
  const { before = null, stored = null, weights = usualWeights } = options;
  const byId = new Map<string, Note>();
  for (const note of notes) byId.set(note.id, note);
  const published = notes.filter((note) => note.status === 'published');
  const known = before === null ? stored && unpack(stored, byId, weights) : feeds.get(before);
  const fed = readIn(published, weights, known ?? null);
  const { ids, shelves } = fed;
  const look = (query: NoteQuery) => {
    const near = shelves.at(query.site);
    const question = readQuestion(query.text, fed, {
      isKnown: (term) => near.some((shelf) => shelf.terms.postings.count(ids.get(term) ?? -1) > 0),
      siteNames: query.site ? [query.site.name ?? '', ...(query.site.aliases ?? [])] : [],
      nearest: (word, language) => {
        const held = near.flatMap(({ speller }) => speller.nearest(word));
        return nearestWords(word, new Set([...held, ...nearestInGlossary(word, language)]));
      },
    });
    if (question.wanted.length === 0) return { question, scores: [], found: [] };
    const isAllowed = (note: Note) => mayBeFound(note, query, options.timezone);
    const { scores, frequencies, substance } = scoreNotes(question, near, { ...fed, isAllowed });
    const tools = { ...fed, frequencies, substance, timezone: options.timezone };
    return { question, scores, found: rankNotes(scores, question, query, tools) };
  };
  const search: ExplainingSearch = {
    get: (id) => byId.get(id) ?? null,
    all: () => notes,
    search: (query) => look(query).found,
    explain: (query) => explain(look(query), fed),
  };
  feeds.set(search, fed);
  return search;
}

/** What was made of a large desk's notes, to be kept over a restart. */
export type StorableIndex = {
  /** The same as long as nothing that takes long was made anew. */
  readonly made: readonly unknown[];
  /** All of it was read from what is stored. */
  readonly isStored: boolean;
  /** Takes a second or two at a hundred thousand notes. In pieces, to be written one after the other. */
  bytes(): Uint8Array[];
};

/** Null: the desk is so small that its notes are read in anew in no time. */
export function storableIndexOf(search: NoteSearch): StorableIndex | null {
  const fed = feeds.get(search);
  const large = fed === undefined ? [] : [...largeShelvesOf(fed).values()];
  if (fed === undefined || large.length === 0) return null;
  const bytes = () => {
    const packed = packFeed(fed);
    return packed === null ? [] : writeSections(packed);
  };
  const made = large.map(({ packed }) => packed);
  return { made, isStored: made.every(wasStored), bytes };
}

/** What was stored, if it still fits well enough that only what changed must be read in. */
function unpack(stored: Uint8Array, byId: ReadonlyMap<string, Note>, weights: SearchWeights): Feed | null {
  const sections = readSections(stored);
  return sections === null ? null : unpackFeed(sections, byId, weights);
}
