import type { Note } from '../../note.ts';
import type { Layer, Shelf } from '../index/shelf.ts';
import type { TermIds } from '../index/term-ids.ts';
import { createFrequencies, type Frequencies } from './frequencies.ts';
import type { Question, Wanted } from './question.ts';

/** What the two layers found in one note. */
export type NoteScore = {
  readonly note: Note;
  readonly nearness: Shelf['nearness'];
  /** BM25 over stems, parts and ideas. Comparable within one question only. */
  readonly words: number;
  /** BM25 over letter grams. Comparable within one question only. */
  readonly letters: number;
  /** 0–1: the share of what was asked, weighed by how much each word tells, that the note holds. */
  readonly coverage: number;
  /** 0–1: the share of the question's letter grams, weighed likewise, that the note holds. */
  readonly letterCoverage: number;
};

type Tally = { words: number; letters: number; covered: number; lettersCovered: number };

/** A question that tells less than this part of one rare word is about anything. */
const leastSubstance = 0.4;
const saturation = 1.2;
const lengthPenalty = { terms: 0.6, grams: 0.6 };

/** Scores every note of the shelves that shares anything with the question. */
export function scoreNotes(
  question: Question,
  shelves: readonly Shelf[],
  ids: TermIds,
): { scores: NoteScore[]; frequencies: Frequencies; substance: number } {
  const tallies = shelves.map(() => new Map<number, Tally>());
  const frequencies = createFrequencies(shelves.map((shelf) => shelf.terms));
  const asked = scoreWords(question, shelves, ids, { tallies, frequencies });
  const letters = scoreLetters(question, shelves, tallies);
  const scores = shelves.flatMap((shelf, index) =>
    readTallies(
      shelf,
      tallies[index] ?? new Map(),
      Math.max(asked, Number.MIN_VALUE),
      Math.max(letters, Number.MIN_VALUE),
    ),
  );
  return {
    scores,
    frequencies,
    substance: Math.min(1, asked / (leastSubstance * frequencies.unknownRarity)),
  };
}

function readTallies(
  shelf: Shelf,
  tallies: ReadonlyMap<number, Tally>,
  asked: number,
  letters: number,
): NoteScore[] {
  return Array.from(tallies).flatMap(([document, tally]) => {
    const note = shelf.notes[document];
    if (!note) return [];
    return [
      {
        note,
        nearness: shelf.nearness,
        words: tally.words,
        letters: tally.letters,
        coverage: Math.min(tally.covered / asked, 1),
        letterCoverage: tally.lettersCovered / letters,
      },
    ];
  });
}

/** Returns the weight of all that was asked. */
function scoreWords(
  question: Question,
  shelves: readonly Shelf[],
  ids: TermIds,
  { tallies, frequencies }: { tallies: Map<number, Tally>[]; frequencies: Frequencies },
): number {
  const layers = shelves.map((shelf) => shelf.terms);
  let asked = 0;
  for (const wanted of question.wanted) {
    const mass = massOf(wanted, ids, frequencies);
    asked += mass;
    for (const [index, layer] of layers.entries()) {
      for (const [document, met] of meetWanted(wanted, layer, ids, frequencies)) {
        const tally = tallyOf(tallies[index], document);
        tally.words += wanted.weight * met.score;
        tally.covered += mass * met.completeness;
      }
    }
  }
  return asked;
}

type Met = { score: number; completeness: number };

function meetWanted(wanted: Wanted, layer: Layer, ids: TermIds, frequencies: Frequencies): Map<number, Met> {
  const best = new Map<number, Met>();
  for (const way of wanted.ways) {
    const met = new Map<number, Met>();
    for (const { term, share } of way.terms) {
      const id = ids.get(term);
      if (id === null) continue;
      const gain = way.weight * share;
      const rarity = frequencies.rarity(id);
      layer.postings.each(id, (document, weight) => {
        const sofar = met.get(document) ?? { score: 0, completeness: 0 };
        sofar.score +=
          gain * rarity * saturate(weight, lengthOf(layer, document, frequencies), lengthPenalty.terms);
        sofar.completeness += gain;
        met.set(document, sofar);
      });
    }
    for (const [document, found] of met) keepBetter(best, document, found);
  }
  return best;
}

function keepBetter(best: Map<number, Met>, document: number, found: Met): void {
  const known = best.get(document);
  if (!known) {
    best.set(document, found);
    return;
  }
  known.score = Math.max(known.score, found.score);
  known.completeness = Math.max(known.completeness, found.completeness);
}

/** How much a wanted word tells: by its commonest way that any note knows. */
export function massOf(wanted: Wanted, ids: TermIds, frequencies: Frequencies): number {
  const known = wanted.ways
    .flatMap(({ terms }) => terms)
    .map(({ term }) => ids.get(term))
    .filter((id) => id !== null)
    .filter((id) => frequencies.count(id) > 0);
  if (known.length === 0) return wanted.telling * frequencies.unknownRarity;
  return wanted.telling * Math.min(...known.map((id) => frequencies.rarity(id)));
}

/** Returns the weight of all grams of the question. */
function scoreLetters(question: Question, shelves: readonly Shelf[], tallies: Map<number, Tally>[]): number {
  const layers = shelves.map((shelf) => shelf.grams);
  const frequencies = createFrequencies(layers);
  let asked = 0;
  for (const [gram, wanted] of question.grams) {
    const rarity = frequencies.rarity(gram) * wanted;
    asked += rarity;
    for (const [index, layer] of layers.entries()) {
      layer.postings.each(gram, (document, weight) => {
        const tally = tallyOf(tallies[index], document);
        tally.letters +=
          rarity * saturate(weight, lengthOf(layer, document, frequencies), lengthPenalty.grams);
        tally.lettersCovered += rarity;
      });
    }
  }
  return asked;
}

function tallyOf(tallies: Map<number, Tally> | undefined, document: number): Tally {
  const known = tallies?.get(document);
  if (known) return known;
  const fresh = { words: 0, letters: 0, covered: 0, lettersCovered: 0 };
  tallies?.set(document, fresh);
  return fresh;
}

function saturate(weight: number, relativeLength: number, penalty: number): number {
  return (weight * (saturation + 1)) / (weight + saturation * (1 - penalty + penalty * relativeLength));
}

function lengthOf(layer: Layer, document: number, { meanLength }: Frequencies): number {
  return (layer.lengths[document] ?? meanLength) / meanLength;
}
