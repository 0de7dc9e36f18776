import type { Note } from '../../note.ts';
import type { Analyser } from '../analyse/analyser.ts';
import { gramCount } from '../analyse/grams.ts';
import { guessLanguage, type SearchLanguage } from '../analyse/guess-language.ts';
import { createSpeller } from '../analyse/nearest-words.ts';
import { sortIntoDrawers } from '../analyse/word-drawers.ts';
import { words } from '../analyse/words.ts';
import type { SearchWeights } from '../search-weights.ts';
import { readDocumentWords } from './document-words.ts';
import { createGramCounter, type GramCounter } from './gram-counts.ts';
import { isOpen } from './is-open.ts';
import { packShelf, type ReadNotes, readShelf } from './large-shelf.ts';
import { noteFields } from './note-fields.ts';
import { createNumberList } from './number-list.ts';
import { createPostingsBuilder, readPostings } from './postings.ts';
import { lengthsOf, type Nearness, type Shelf } from './shelf.ts';
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
  const counts = notes.length > smallShelf ? null : createGramCounter();
  const read = readNotes(notes, tools, counts);
  if (counts === null) return readShelf(nearness, notes, packShelf(read, vocabulary), vocabulary);
  const held = { numbers: [...read.holding.keys()], at: vocabulary.textOf };
  return {
    nearness,
    notes,
    gone: null,
    open: Uint8Array.from(notes, (note) => (isOpen(note) ? 1 : 0)),
    terms: { postings: readPostings(read.terms), ...lengthsOf(read.termLengths) },
    letters: {
      vocabulary,
      counts,
      each: readDocumentWords(read.words),
      ...lengthsOf(read.gramLengths),
    },
    speller: createSpeller(() => sortIntoDrawers(held)),
    similar: null,
    packed: null,
  };
}

/** `counts`: also counts in how many notes each gram is. */
function readNotes(notes: readonly Note[], tools: Tools, counts: GramCounter | null): ReadNotes {
  const { vocabulary } = tools;
  const postings = createPostingsBuilder();
  const said = createNumberList();
  const weights = createNumberList();
  const starts = new Uint32Array(notes.length + 1);
  const lengths = { terms: new Float32Array(notes.length), grams: new Float32Array(notes.length) };
  const holding = new Map<number, number>();
  for (const [document, note] of notes.entries()) {
    const read = readNote(note, tools);
    for (const [term, weight] of read.terms) postings.add(term, document, weight);
    for (const [word, weight] of read.words) {
      said.push(word);
      weights.push(Math.min(255, Math.round(weight * 10)));
      holding.set(word, (holding.get(word) ?? 0) + 1);
      if (counts !== null) countGrams(vocabulary.gramsOf(word), document, counts);
    }
    starts[document + 1] = said.length();
    lengths.terms[document] = sum(read.terms.values());
    lengths.grams[document] = letterLength(read.words, vocabulary);
  }
  return {
    terms: postings.pack().packed(),
    termLengths: lengths.terms,
    words: { starts, words: said.pack(), weights: Uint8Array.from(weights.pack()) },
    gramLengths: lengths.grams,
    holding,
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
      if (!vocabulary.beginsPhrase(word)) continue;
      for (const phrase of analyser.phrasesAt(tokens, at, language)) add(terms, ids.give(phrase), weight);
    }
  }
  for (const [word, weight] of held) {
    for (const term of vocabulary.termsOf(word)) add(terms, term.id, weight * term.weight);
  }
  return { terms, words: held };
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
      return weight * word.letters * gramCount(word.text);
    }),
  );
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
