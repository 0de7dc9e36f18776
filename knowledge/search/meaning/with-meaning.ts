import type { Note } from '../../note.ts';
import { isCurrentOutage, isStale } from '../../note-life.ts';
import type { FoundNote, NoteQuery, NoteSearch } from '../note-search.ts';
import { mayBeFound } from '../rank/may-be-found.ts';

/** How near in meaning the question at hand is to notes. */
export type Nearness = {
  /** Notes that may be about the site, or about every one (null); which of them may be shown is decided here. */
  notesNear(site: NoteQuery['site']): Iterable<Note>;
  /** Cosine; null for a note that is not compared yet. */
  cosine(note: Note): number | null;
};

/** What the meaning alone can be worth at most: words that agree are better evidence. */
const weight = 0.4;
/** Nearer than the average note by less than this is chance. */
const noise = 0.15;
/** Hits by meaning alone that are taken in. */
const mostByMeaning = 10;
/** The words' own hits that can change places. */
const considered = 20;
/** With fewer notes than this their average tells little of how near unrelated texts are to a model. */
const fewNotes = 5;
const usualUnrelated = 0.3;

/**
 * The same search with the question's meaning added to its words: never among notes that the site, the reader or the
 * moment keeps out. Cosines differ from model to model, so a note counts by how far it stands out from the others.
 */
export function withMeaning(search: NoteSearch, nearness: Nearness, timezone: string): NoteSearch {
  return {
    get: search.get,
    all: search.all,
    search(query) {
      const found = search.search({ ...query, limit: Math.max(query.limit, considered) });
      const meaning = meaningOf(query, nearness, timezone);
      const byWords = found.map((hit) => fused(hit, meaning.get(hit.note.id)?.near ?? 0));
      const known = new Set(found.map(({ note }) => note.id));
      const byMeaning = [...meaning.values()]
        .filter(({ note, near }) => near > 0 && !known.has(note.id))
        .sort((a, b) => b.near - a.near)
        .slice(0, mostByMeaning)
        .map(({ note, near }) => fused(unheard(note, query, timezone), near));
      return withGaps(inOrder([...byWords, ...byMeaning])).slice(0, query.limit);
    },
  };
}

type Near = { readonly note: Note; readonly near: number };

/** How near (0–1) each note is that may be shown, by its id. */
function meaningOf(query: NoteQuery, nearness: Nearness, timezone: string): Map<string, Near> {
  const cosines = new Map<Note, number>();
  for (const note of nearness.notesNear(query.site)) {
    const cosine = mayBeFound(note, query, timezone) ? nearness.cosine(note) : null;
    if (cosine !== null) cosines.set(note, cosine);
  }
  const average = cosines.values().reduce((sum, cosine) => sum + cosine, 0) / (cosines.size || 1);
  const unrelated = cosines.size < fewNotes ? Math.max(average, usualUnrelated) : average;
  const standsOut = (cosine: number) => (cosine - unrelated) / Math.max(0.05, 1 - unrelated);
  const nearOf = (cosine: number) => clamp((standsOut(cosine) - noise) / (1 - noise));
  return new Map(cosines.entries().map(([note, cosine]) => [note.id, { note, near: nearOf(cosine) }]));
}

/** Each is a reason by itself; together they are a better one. */
function fused(hit: FoundNote, meaning: number): FoundNote {
  if (meaning === 0) return hit;
  return { ...hit, meaning, score: 1 - (1 - hit.score) * (1 - weight * meaning) };
}

function unheard(note: Note, { at }: NoteQuery, timezone: string): FoundNote {
  return {
    note,
    score: 0,
    stale: isStale(note, at, timezone),
    currentOutage: isCurrentOutage(note, at, timezone),
    evidence: { coverage: 0, matchedSymptom: 0, gap: 0 },
  };
}

/** Word of an outage that the words placed first stays there. */
function inOrder(hits: readonly FoundNote[]): FoundNote[] {
  const from = hits.findIndex(({ currentOutage }) => !currentOutage);
  const first = hits.slice(0, Math.max(0, from));
  return [...first, ...hits.slice(first.length).sort((a, b) => b.score - a.score)];
}

function withGaps(hits: readonly FoundNote[]): FoundNote[] {
  return hits.map((hit, place) => {
    const gap = hit.score - (hits[place + 1]?.score ?? 0);
    return hit.evidence === undefined ? hit : { ...hit, evidence: { ...hit.evidence, gap } };
  });
}

function clamp(value: number): number {
  return Math.max(0, Math.min(1, value));
}
