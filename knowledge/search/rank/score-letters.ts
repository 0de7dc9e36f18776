import { longest, longestWord, shortest } from '../analyse/grams.ts';
import type { LetterLayer } from '../index/shelf.ts';
import type { Vocabulary } from '../index/vocabulary.ts';
import type { Frequencies } from './frequencies.ts';
import type { Question } from './question.ts';
import { type Saturation, saturate } from './saturate.ts';

export type LetterScore = {
  /** BM25 over letter grams. */
  readonly letters: number;
  /** 0–1: the share of the question's grams, weighed by how much each tells, that the document holds. */
  readonly covered: number;
};

export type LetterScorer = (layer: LetterLayer, document: number) => LetterScore;

/**
 * Compares documents with the question letter by letter. A word's grams are looked at once for a question, however
 * many documents hold it.
 */
export function createLetterScorer(
  question: Question,
  vocabulary: Vocabulary,
  frequencies: Frequencies,
  saturation: Saturation,
): LetterScorer {
  const borrowed = [...question.alikeGrams].filter(([gram]) => !question.grams.has(gram));
  const grams = [...question.grams, ...borrowed];
  const asked = createGramTable(grams.map(([gram]) => gram));
  const worth = Float64Array.from(grams, ([gram, weight]) => weight * frequencies.rarity(gram));
  const own = question.grams.size;
  const total = Math.max(
    worth.subarray(0, own).reduce((sum, each) => sum + each, 0),
    Number.MIN_VALUE,
  );
  const matchesOf = createWordMatcher(asked, vocabulary);
  const sums = new Float32Array(worth.length);
  return (layer, document) => {
    const touched: number[] = [];
    layer.each(document, (word, weight) => {
      const matches = matchesOf(word);
      if (matches.length === 0) return;
      const letters = weight * vocabulary.at(word).letters;
      for (const gram of matches) {
        if (sums[gram] === 0) touched.push(gram);
        sums[gram] = (sums[gram] ?? 0) + letters;
      }
    });
    const length = (layer.lengths[document] ?? 0) / frequencies.meanLength;
    let score = 0;
    let covered = 0;
    for (const gram of touched) {
      score += (worth[gram] ?? 0) * saturate(sums[gram] ?? 0, length, saturation);
      if (gram < own) covered += worth[gram] ?? 0;
      sums[gram] = 0;
    }
    return { letters: score, covered: covered / total };
  };
}

const none: readonly number[] = [];

/** By word number what was found for the question at hand; used again by the next, whose stamp is another. */
let found: (readonly number[])[] = [];
let stamps = new Uint32Array(0);
let stamp = 0;

/** For a word's number: which of the question's grams it holds, as often as it holds them. */
function createWordMatcher(asked: GramTable, vocabulary: Vocabulary): (word: number) => readonly number[] {
  const mine = nextStamp();
  return (word) => {
    if (word >= stamps.length) enlarge(word);
    if (stamps[word] === mine) return found[word] ?? none;
    const matches = matchesIn(vocabulary.gramsOf(word), vocabulary.at(word).text.length, asked);
    stamps[word] = mine;
    found[word] = matches;
    return matches;
  };
}

function nextStamp(): number {
  stamp += 1;
  if (stamp % forgetAfter === 0) found = [];
  return stamp;
}

/** Arrays of words long past are let go now and then. */
const forgetAfter = 200;

function enlarge(word: number): void {
  const larger = new Uint32Array(Math.max(1024, word * 2));
  larger.set(stamps);
  stamps = larger;
}

/** `grams` as {@link gramsOf} gives them: at each letter the shortest first, which the longer ones begin with. */
function matchesIn(grams: Int32Array, letters: number, asked: GramTable): readonly number[] {
  let matches: number[] | null = null;
  let at = 0;
  for (let left = Math.min(letters, longestWord) + 2; left >= shortest; left -= 1) {
    const sizes = Math.min(longest, left) - shortest + 1;
    for (let size = 0; size < sizes; size += 1) {
      const place = asked.placeOf(grams[at + size] ?? 0);
      if (place < 0) break;
      if (matches === null) matches = [];
      matches.push(place);
    }
    at += sizes;
  }
  return matches ?? none;
}

type GramTable = {
  /** The gram's place in the question, from 0 up; -1 when it was not asked for. */
  placeOf(gram: number): number;
};

/** Open addressing in one small array: nearly every look-up is for a gram that is not there. */
function createGramTable(grams: Iterable<number>): GramTable {
  const held = Int32Array.from(grams);
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, held.length * 8)));
  const places = new Int32Array(size).fill(-1);
  const slotOf = (gram: number) => (gram ^ (gram >>> 15)) & (size - 1);
  for (const [place, gram] of held.entries()) {
    let slot = slotOf(gram);
    while (places[slot] !== -1) slot = (slot + 1) & (size - 1);
    places[slot] = place;
  }
  return {
    placeOf(gram) {
      let slot = slotOf(gram);
      let place = places[slot] ?? -1;
      while (place !== -1 && held[place] !== gram) {
        slot = (slot + 1) & (size - 1);
        place = places[slot] ?? -1;
      }
      return place;
    },
  };
}
