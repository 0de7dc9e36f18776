import type { Layer, Shelf } from '../index/build-shelf.ts';
import type { TermIds } from '../index/term-ids.ts';
import type { Question, Wanted } from './question.ts';

/** What the two layers found in one note. */
export type NoteScore = {
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

type Tally = { words: number; letters: number; covered: number; lettersCovered: number };

const saturation = 1.2;
const lengthPenalty = { terms: 0.6, grams: 0.6 };
/** Notes that hold none of the words, added in thought, so that a site with three notes has sensible weights too. */
const imaginedNotes = 20;

/** Scores every note of the shelves that shares anything with the question. */
export function scoreNotes(question: Question, shelves: readonly Shelf[], ids: TermIds): NoteScore[] {
  const tallies = shelves.map(() => new Map<number, Tally>());
  const asked = scoreWords(question, shelves, ids, tallies);
  const letters = scoreLetters(question, shelves, tallies);
  return shelves.flatMap((shelf, index) =>
    Array.from(tallies[index] ?? [], ([document, tally]) => ({
      shelf,
      document,
      words: tally.words,
      letters: tally.letters,
      coverage: asked === 0 ? 0 : Math.min(tally.covered / asked, 1),
      letterCoverage: letters === 0 ? 0 : tally.lettersCovered / letters,
    })),
  );
}

/** Returns the weight of all that was asked. */
function scoreWords(
  question: Question,
  shelves: readonly Shelf[],
  ids: TermIds,
  tallies: Map<number, Tally>[],
): number {
  const layers = shelves.map((shelf) => shelf.terms);
  const frequencies = createFrequencies(layers);
  let asked = 0;
  for (const wanted of question.wanted) {
    const mass = massOf(wanted, ids, frequencies);
    asked += mass;
    for (const [index, layer] of layers.entries()) {
      for (const [document, met] of meetWanted(wanted, layer, ids, frequencies)) {
        const tally = tallyOf(tallies[index], document);
        tally.words += met.score;
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
function massOf(wanted: Wanted, ids: TermIds, frequencies: Frequencies): number {
  const known = wanted.ways
    .flatMap(({ terms }) => terms)
    .map(({ term }) => ids.get(term))
    .filter((id) => id !== null)
    .filter((id) => frequencies.count(id) > 0);
  if (known.length === 0) return frequencies.unknownRarity;
  return Math.min(...known.map((id) => frequencies.rarity(id)));
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

type Frequencies = {
  readonly meanLength: number;
  readonly unknownRarity: number;
  count(key: number): number;
  rarity(key: number): number;
};

/** Over all shelves of the question together: what is rare among the candidates tells them apart. */
function createFrequencies(layers: readonly Layer[]): Frequencies {
  const notes = layers.reduce((sum, layer) => sum + layer.lengths.length, 0);
  const length = layers.reduce((sum, layer) => sum + layer.lengths.reduce((a, b) => a + b, 0), 0);
  const count = (key: number) => layers.reduce((sum, layer) => sum + layer.postings.count(key), 0);
  const rarityOf = (held: number) => Math.log(1 + (notes + imaginedNotes - held + 0.5) / (held + 0.5));
  return {
    meanLength: notes === 0 ? 1 : length / notes || 1,
    unknownRarity: rarityOf(1),
    count,
    rarity: (key) => rarityOf(count(key)),
  };
}

function lengthOf(layer: Layer, document: number, { meanLength }: Frequencies): number {
  return (layer.lengths[document] ?? meanLength) / meanLength;
}
