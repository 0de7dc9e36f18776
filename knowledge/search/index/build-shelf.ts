import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { guessLanguage, type SearchLanguage } from '../analyse/guess-language.ts';
import { createSpeller } from '../analyse/nearest-words.ts';
import { words } from '../analyse/words.ts';
import type { SearchWeights } from '../search-weights.ts';
import { createGramCounter, estimateGramCounts, type GramCounter } from './gram-counts.ts';
import { noteFields } from './note-fields.ts';
import { createNumberList } from './number-list.ts';
import { createPostingsBuilder } from './postings.ts';
import type { Lengths, LetterLayer, Nearness, Shelf } from './shelf.ts';
import { createSimilarWords } from './similar-words.ts';
import type { TermIds } from './term-ids.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Up to this many notes on a shelf the letters of every one are compared with the question's. */
export const smallShelf = 600;

export type Tools = {
  readonly analyser: Analyser;
  readonly ids: TermIds;
  readonly vocabulary: Vocabulary;
  readonly weights: SearchWeights;
};

/** Reads the notes into a shelf: some milliseconds for a site's notes. */
export function buildShelf(nearness: Nearness, notes: readonly Note[], tools: Tools): Shelf {
  const { vocabulary } = tools;
  const postings = createPostingsBuilder();
  const counts = createGramCounter();
  const entries = createNumberList();
  const weights = createNumberList();
  const starts = new Uint32Array(notes.length + 1);
  const lengths = { terms: new Float32Array(notes.length), grams: new Float32Array(notes.length) };
  const holding = new Map<number, number>();
  const isLarge = notes.length > smallShelf;
  for (const [document, note] of notes.entries()) {
    const read = readNote(note, tools);
    for (const [term, weight] of read.terms) postings.add(term, document, weight);
    for (const [word, weight] of read.words) {
      entries.push(word);
      weights.push(Math.min(255, Math.round(weight * 10)));
      holding.set(word, (holding.get(word) ?? 0) + 1);
      if (!isLarge) countGrams(vocabulary.gramsOf(word), document, counts);
    }
    starts[document + 1] = entries.length();
    lengths.terms[document] = sum(read.terms.values());
    lengths.grams[document] = letterLength(read.words, vocabulary);
  }
  const packed = { starts, entries: entries.pack(), weights: Uint8Array.from(weights.pack()) };
  return {
    nearness,
    notes,
    gone: null,
    open: Uint8Array.from(notes, (note) => (isOpen(note) ? 1 : 0)),
    terms: { postings: postings.pack(), ...meanOf(lengths.terms) },
    letters: {
      vocabulary,
      counts: isLarge ? estimateGramCounts(holding, notes.length, vocabulary.gramsOf) : counts,
      each: eachWord(packed),
      ...meanOf(lengths.grams),
    },
    speller: createSpeller(() => holding.keys().map((word) => vocabulary.at(word).text)),
    similar: isLarge ? createSimilarWords(holding.keys(), vocabulary) : null,
  };
}

type ReadNote = { readonly terms: ReadonlyMap<number, number>; readonly words: ReadonlyMap<number, number> };

/** The note's words and terms by number, each with the weight of the fields that it stands in. */
function readNote(note: Note, { analyser, ids, vocabulary, weights }: Tools): ReadNote {
  const fields = noteFields(note, weights.fields).map((field) => ({
    tokens: words(field.text),
    weight: field.weight,
  }));
  const language = languageOf(fields.flatMap((field) => field.tokens));
  const held = new Map<number, number>();
  const terms = new Map<number, number>();
  const add = (map: Map<number, number>, key: number, weight: number) =>
    map.set(key, (map.get(key) ?? 0) + weight);
  for (const { tokens, weight } of fields) {
    for (const [at, token] of tokens.entries()) {
      const word = vocabulary.idOf(token, language);
      add(held, word, weight);
      if (!vocabulary.at(word).beginsPhrase) continue;
      for (const phrase of analyser.phrasesAt(tokens, at, language)) add(terms, ids.give(phrase), weight);
    }
  }
  for (const [word, weight] of held) {
    for (const term of vocabulary.at(word).terms) add(terms, term.id, weight * term.weight);
  }
  return { terms, words: held };
}

/** Whether it is about the site was settled by its shelf. */
function isOpen({ audience, status, validFrom, validTo }: Note): boolean {
  return audience === 'staff' && status === 'published' && validFrom === null && validTo === null;
}

/** Notes are written in Swedish or in English; one too short to tell is taken for Swedish. */
function languageOf(tokens: readonly string[]): SearchLanguage {
  return guessLanguage(tokens) === 'en' ? 'en' : 'sv';
}

function countGrams(grams: Int32Array, document: number, counts: GramCounter): void {
  for (let at = 0; at < grams.length; at += 1) counts.add(grams[at] ?? 0, document);
}

function letterLength(held: ReadonlyMap<number, number>, vocabulary: Vocabulary): number {
  return sum(
    held.entries().map(([id, weight]) => {
      const word = vocabulary.at(id);
      return weight * word.letters * word.grams;
    }),
  );
}

function eachWord(packed: {
  readonly starts: Uint32Array;
  readonly entries: Uint32Array;
  readonly weights: Uint8Array;
}): LetterLayer['each'] {
  const { starts, entries, weights } = packed;
  return (document, visit) => {
    const end = starts[document + 1] ?? 0;
    for (let at = starts[document] ?? 0; at < end; at += 1) visit(entries[at] ?? 0, (weights[at] ?? 0) / 10);
  };
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function meanOf(lengths: Float32Array): Lengths {
  return { lengths, meanLength: sum(lengths) / Math.max(lengths.length, 1) };
}
