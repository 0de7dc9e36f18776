import type { Note } from '../note.ts';
import { type Analyser, createAnalyser } from './analyse/analyser.ts';
import { nearestWords } from './analyse/nearest-words.ts';
import { words } from './analyse/words.ts';
import { createShelves } from './index/create-shelves.ts';
import { noteFields } from './index/note-fields.ts';
import { createTermIds } from './index/term-ids.ts';
import { createVocabulary } from './index/vocabulary.ts';
import type { NoteQuery, NoteSearch } from './note-search.ts';
import { type Explanation, explain } from './rank/explain.ts';
import { mayBeFound } from './rank/may-be-found.ts';
import { readQuestion } from './rank/question.ts';
import { rankNotes } from './rank/rank-notes.ts';
import { scoreNotes } from './rank/score-notes.ts';

/** A search that can say why each note came where it did. */
export type ExplainingSearch = NoteSearch & { explain(query: NoteQuery): Explanation };

/**
 * Feeds a search with every note of the desk. `timezone` (IANA) tells when a date that is written without an
 * hour begins. Notes at a thousand sites take some seconds; a question touches its own site's and shared ones only.
 */
export function createNoteSearch(notes: readonly Note[], options: { timezone: string }): ExplainingSearch {
  const byId = new Map(notes.map((note) => [note.id, note]));
  const published = notes.filter((note) => note.status === 'published');
  const analyser: Analyser = createAnalyser(vocabularyOf(published));
  const ids = createTermIds();
  const vocabulary = createVocabulary(analyser, ids);
  const shelves = createShelves(published, { analyser, ids, vocabulary });
  const look = (query: NoteQuery) => {
    const near = shelves.at(query.site);
    const question = readQuestion(query.text, analyser, {
      isKnown: (term) => near.some((shelf) => shelf.terms.postings.count(ids.get(term) ?? -1) > 0),
      siteNames: query.site ? [query.site.name ?? '', ...(query.site.aliases ?? [])] : [],
      nearest: (word) => nearestWords(word, new Set(near.flatMap(({ speller }) => speller.nearest(word)))),
    });
    if (question.wanted.length === 0) return { question, scores: [], found: [] };
    const isAllowed = (note: Note) => mayBeFound(note, query, options.timezone);
    const { scores, frequencies, substance } = scoreNotes(question, near, { ids, vocabulary, isAllowed });
    const tools = { analyser, ids, frequencies, substance, timezone: options.timezone };
    return { question, scores, found: rankNotes(scores, question, query, tools) };
  };
  return {
    get: (id) => byId.get(id) ?? null,
    all: () => notes,
    search: (query) => look(query).found,
    explain: (query) => explain(look(query), analyser),
  };
}

function vocabularyOf(notes: readonly Note[]): Set<string> {
  const vocabulary = new Set<string>();
  for (const note of notes) {
    for (const field of noteFields(note)) for (const word of words(field.text)) vocabulary.add(word);
  }
  return vocabulary;
}
