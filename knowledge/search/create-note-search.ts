import type { Note } from '../note.ts';
import { type Analyser, createAnalyser } from './analyse/analyser.ts';
import { createLexicon } from './analyse/lexicon.ts';
import { nearestWords } from './analyse/nearest-words.ts';
import { words } from './analyse/words.ts';
import { glossary } from './glossary/glossary.ts';
import { createShelves, type Shelves } from './index/create-shelves.ts';
import { noteFields } from './index/note-fields.ts';
import { createTermIds, type TermIds } from './index/term-ids.ts';
import { createVocabulary, type Vocabulary } from './index/vocabulary.ts';
import type { NoteQuery, NoteSearch } from './note-search.ts';
import { type Explanation, explain } from './rank/explain.ts';
import { mayBeFound } from './rank/may-be-found.ts';
import { readQuestion } from './rank/question.ts';
import { rankNotes } from './rank/rank-notes.ts';
import { scoreNotes } from './rank/score-notes.ts';
import { type SearchWeights, usualWeights } from './search-weights.ts';

/** A search that can say why each note came where it did. */
export type ExplainingSearch = NoteSearch & { explain(query: NoteQuery): Explanation };

/** What a search was made of, for the one that takes its place when some notes have changed. */
type Feed = {
  readonly analyser: Analyser;
  readonly ids: TermIds;
  readonly vocabulary: Vocabulary;
  readonly shelves: Shelves;
  readonly weights: SearchWeights;
  /** As they were when all was read in. */
  readonly notes: ReadonlySet<Note>;
};

const feeds = new WeakMap<NoteSearch, Feed>();
/** A smaller desk is read in anew in no time; of a larger one so much may change before it is. */
const largeDesk = 2_000;
const mostChanged = 0.05;

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
    /** Default: {@link usualWeights}. */
    readonly weights?: SearchWeights;
  },
): ExplainingSearch {
  const { before, weights = usualWeights } = options;
  const byId = new Map(notes.map((note) => [note.id, note]));
  const published = notes.filter((note) => note.status === 'published');
  const fed = feed(published, weights, before == null ? null : (feeds.get(before) ?? null));
  const { ids, shelves } = fed;
  const look = (query: NoteQuery) => {
    const near = shelves.at(query.site);
    const question = readQuestion(query.text, fed, {
      isKnown: (term) => near.some((shelf) => shelf.terms.postings.count(ids.get(term) ?? -1) > 0),
      siteNames: query.site ? [query.site.name ?? '', ...(query.site.aliases ?? [])] : [],
      nearest: (word) => nearestWords(word, new Set(near.flatMap(({ speller }) => speller.nearest(word)))),
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

function feed(notes: readonly Note[], weights: SearchWeights, before: Feed | null): Feed {
  if (before?.weights === weights && isNearlyTheSame(notes, before)) {
    return { ...before, shelves: createShelves(notes, before, before.shelves.made) };
  }
  const analyser = createAnalyser(createLexicon(vocabularyOf(notes, weights), glossary));
  const ids = createTermIds();
  const vocabulary = createVocabulary({ analyser, ids, partWeight: weights.part });
  const shelves = createShelves(notes, { analyser, ids, vocabulary, weights });
  return { analyser, ids, vocabulary, shelves, weights, notes: new Set(notes) };
}

function isNearlyTheSame(notes: readonly Note[], before: Feed): boolean {
  if (notes.length < largeDesk) return false;
  const kept = notes.filter((note) => before.notes.has(note)).length;
  return Math.max(notes.length, before.notes.size) - kept <= notes.length * mostChanged;
}

/** Compounds are split by these words. Of so many notes the bodies are read too; those after them bring little new. */
const readWhole = 10_000;

function vocabularyOf(notes: readonly Note[], { fields }: SearchWeights): Set<string> {
  const vocabulary = new Set<string>();
  const learn = (text: string) => {
    for (const word of words(text)) vocabulary.add(word);
  };
  for (const [index, note] of notes.entries()) {
    if (index < readWhole) for (const field of noteFields(note, fields)) learn(field.text);
    else learn([note.title, ...note.symptoms, note.asset ?? ''].join(' '));
  }
  return vocabulary;
}
