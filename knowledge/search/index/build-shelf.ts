import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { gramsOf } from '../analyse/grams.ts';
import { guessLanguage, type SearchLanguage } from '../analyse/guess-language.ts';
import { words } from '../analyse/words.ts';
import { noteFields } from './note-fields.ts';
import { type Postings, packPostings } from './postings.ts';
import type { TermIds } from './term-ids.ts';

/** Whom a shelf's notes are for, from near to far. */
export type Nearness = 'site' | 'kind' | 'everyone';

/** The notes that are always candidates together (one site's, one kind's, everyone's), ready to be searched. */
export type Shelf = {
  readonly nearness: Nearness;
  readonly notes: readonly Note[];
  readonly terms: Layer;
  readonly grams: Layer;
  /** Folded words of each note's title and symptoms, for the comparison phrase by phrase. */
  readonly vocabulary: ReadonlySet<string>;
};

/** One way to look at the notes: by words' stems, or by their letters. */
export type Layer = {
  readonly postings: Postings;
  readonly lengths: Float32Array;
  readonly meanLength: number;
};

type Row = { readonly terms: Map<number, number>; readonly grams: Map<number, number> };

const partWeight = 0.7;
const ideaWeight = 1;
/** In the letters' layer a word that says nothing must not make two notes alike. */
const emptyWordWeight = 0.15;

export function buildShelf(
  nearness: Nearness,
  notes: readonly Note[],
  analyser: Analyser,
  ids: TermIds,
): Shelf {
  const vocabulary = new Set<string>();
  const rows = notes.map((note) => readNote(note, analyser, ids, vocabulary));
  return {
    nearness,
    notes,
    vocabulary,
    terms: layerOf(rows.map((row) => row.terms)),
    grams: layerOf(rows.map((row) => row.grams)),
  };
}

function layerOf(rows: readonly Map<number, number>[]): Layer {
  const lengths = Float32Array.from(rows, (row) => row.values().reduce((sum, weight) => sum + weight, 0));
  const meanLength = lengths.reduce((a, b) => a + b, 0) / Math.max(lengths.length, 1);
  return { postings: packPostings(rows), lengths, meanLength };
}

function readNote(note: Note, analyser: Analyser, ids: TermIds, vocabulary: Set<string>): Row {
  const counts = new Map<string, number>();
  const terms = new Map<number, number>();
  const fields = noteFields(note).map((field) => ({ ...field, tokens: words(field.text) }));
  const language = languageOf(fields.flatMap((field) => field.tokens));
  for (const { tokens, weight } of fields) {
    for (const token of tokens) add(counts, token, weight);
    for (const phrase of analyser.read(tokens, language).phrases)
      add(terms, ids.give(phrase), weight * ideaWeight);
  }
  const grams = new Map<number, number>();
  for (const [word, weight] of counts) {
    vocabulary.add(word);
    addTerms(terms, word, weight, { language, analyser, ids });
    const letters = weight * (analyser.isEmptyWord(word) ? emptyWordWeight : 1);
    for (const gram of gramsOf(word)) add(grams, gram, letters);
  }
  return { terms, grams };
}

/** Notes are written in Swedish or in English; one too short to tell is taken for Swedish. */
function languageOf(tokens: readonly string[]): SearchLanguage {
  return guessLanguage(tokens) === 'en' ? 'en' : 'sv';
}

function addTerms(
  terms: Map<number, number>,
  word: string,
  weight: number,
  tools: { language: SearchLanguage; analyser: Analyser; ids: TermIds },
): void {
  if (tools.analyser.isEmptyWord(word)) return;
  const { stem, parts, ideas } = tools.analyser.word(word, tools.language);
  add(terms, tools.ids.give(stem), weight);
  for (const part of parts) if (part !== stem) add(terms, tools.ids.give(part), weight * partWeight);
  for (const idea of ideas) add(terms, tools.ids.give(idea), weight * ideaWeight);
}

function add<Key>(map: Map<Key, number>, key: Key, weight: number): void {
  map.set(key, (map.get(key) ?? 0) + weight);
}
