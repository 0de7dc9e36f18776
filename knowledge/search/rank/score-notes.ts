import type { Note } from '../../note.ts';
import type { Shelf } from '../index/shelf.ts';
import type { TermIds } from '../index/term-ids.ts';
import type { Vocabulary } from '../index/vocabulary.ts';
import type { SearchWeights } from '../search-weights.ts';
import { createFrequencies, type Frequencies } from './frequencies.ts';
import { pickCandidates } from './pick-candidates.ts';
import type { Question } from './question.ts';
import { createLetterScorer } from './score-letters.ts';
import { createWordScorer, readWanted } from './score-words.ts';

/** What the two layers found in one note. */
export type NoteScore = {
  readonly note: Note;
  readonly nearness: Shelf['nearness'];
  /** Where it stands. */
  readonly shelf: Shelf;
  readonly document: number;
  /** BM25 over stems, parts and ideas. Comparable within one question only. */
  readonly words: number;
  /** BM25 over letter grams. Comparable within one question only. */
  readonly letters: number;
  /** 0–1: the share of what was asked, weighed by how much each word tells, that the note holds. */
  readonly coverage: number;
  /** 0–1: the share of the question's letter grams, weighed likewise, that the note holds. */
  readonly letterCoverage: number;
};

export type Scored = {
  readonly scores: readonly NoteScore[];
  readonly frequencies: Frequencies;
  /** 0–1: how much the question says of a matter at all. */
  readonly substance: number;
};

/** A question that tells less than this part of one rare word is about anything. */
const leastSubstance = 0.4;

/** Scores the notes of the shelves that share anything with the question and may be found. */
export function scoreNotes(
  question: Question,
  shelves: readonly Shelf[],
  desk: {
    readonly ids: TermIds;
    readonly vocabulary: Vocabulary;
    readonly weights: SearchWeights;
    readonly isAllowed: (note: Note) => boolean;
  },
): Scored {
  const terms = shelves.map((shelf) => shelf.terms);
  const letters = shelves.map((shelf) => shelf.letters);
  const frequencies = createFrequencies(terms, (layer, term) => layer.postings.count(term));
  const ofGrams = createFrequencies(letters, (layer, gram) => layer.counts.get(gram));
  const tools = { ...desk, frequencies, saturation: desk.weights.words };
  const sought = readWanted(question, tools);
  const asked = sought.reduce((sum, { mass }) => sum + mass, 0);
  const letterScore = createLetterScorer(question, desk.vocabulary, ofGrams, desk.weights.letters);
  const scores = shelves.flatMap((shelf) => {
    const wordScore = createWordScorer(sought, shelf, tools);
    return pickCandidates(question, sought, shelf, tools).flatMap((document) => {
      const note = shelf.notes[document];
      if (note == null) return [];
      const { letters, covered: letterCoverage } = letterScore(shelf.letters, document);
      const { words, covered } = wordScore(document);
      if (words === 0 && letters === 0) return [];
      const coverage = Math.min(covered / Math.max(asked, Number.MIN_VALUE), 1);
      const { nearness } = shelf;
      return [{ note, nearness, shelf, document, words, letters, coverage, letterCoverage }];
    });
  });
  return {
    scores,
    frequencies,
    substance: Math.min(1, asked / (leastSubstance * frequencies.unknownRarity)),
  };
}
