import type { Shelf } from '../index/shelf.ts';
import type { TermIds } from '../index/term-ids.ts';
import type { Frequencies } from './frequencies.ts';
import type { Question, Wanted, Way } from './question.ts';
import { saturate } from './saturate.ts';

/** What the words of a question found on one shelf, by document. */
export type WordScores = {
  /** BM25 over stems, compound parts and ideas. */
  readonly words: Float32Array;
  /** The mass of what was asked that the document holds. */
  readonly covered: Float32Array;
  /** The documents that hold anything of it. */
  readonly met: readonly number[];
};

export type WordTools = { readonly ids: TermIds; readonly frequencies: Frequencies };

const saturation = { k1: 0.8, b: 0.6 };

/** Term by term, so that a shelf of a hundred thousand notes is gone through by its postings alone. */
export function scoreWords(question: Question, shelf: Shelf, tools: WordTools): WordScores {
  const words = new Float32Array(shelf.notes.length);
  const covered = new Float32Array(shelf.notes.length);
  const met = createTouched(shelf.notes.length);
  const best = createGains(shelf.notes.length);
  const one = createGains(shelf.notes.length);
  for (const wanted of question.wanted) {
    for (const way of wanted.ways) {
      addWay(way, shelf, tools, one);
      one.drain((document, score, part) => best.keepBetter(document, score, part));
    }
    const mass = massOf(wanted, tools);
    best.drain((document, score, part) => {
      met.add(document);
      words[document] = (words[document] ?? 0) + wanted.weight * score;
      covered[document] = (covered[document] ?? 0) + mass * part;
    });
  }
  return { words, covered, met: met.list };
}

function addWay(way: Way, { terms }: Shelf, { ids, frequencies }: WordTools, gains: Gains): void {
  for (const { term, share } of way.terms) {
    const id = ids.get(term);
    if (id === null) continue;
    const gain = way.weight * share;
    const worth = gain * frequencies.rarity(id);
    terms.postings.each(id, (document, weight) => {
      const length = (terms.lengths[document] ?? 0) / frequencies.meanLength;
      gains.add(document, worth * saturate(weight, length, saturation), gain);
    });
  }
}

/** How much a wanted word tells: by its commonest way that any note knows. */
export function massOf(wanted: Wanted, { ids, frequencies }: WordTools): number {
  const known = wanted.ways
    .flatMap(({ terms }) => terms)
    .map(({ term }) => ids.get(term))
    .filter((id) => id !== null)
    .filter((id) => frequencies.count(id) > 0);
  if (known.length === 0) return wanted.telling * frequencies.unknownRarity;
  return wanted.telling * Math.min(...known.map((id) => frequencies.rarity(id)));
}

type Gains = {
  add(document: number, score: number, part: number): void;
  keepBetter(document: number, score: number, part: number): void;
  /** Hands every gain over and is empty again. */
  drain(take: (document: number, score: number, part: number) => void): void;
};

function createGains(documents: number): Gains {
  const scores = new Float32Array(documents);
  const parts = new Float32Array(documents);
  let touched: number[] = [];
  return {
    add(document, score, part) {
      if (parts[document] === 0) touched.push(document);
      scores[document] = (scores[document] ?? 0) + score;
      parts[document] = (parts[document] ?? 0) + part;
    },
    keepBetter(document, score, part) {
      if (parts[document] === 0) touched.push(document);
      scores[document] = Math.max(scores[document] ?? 0, score);
      parts[document] = Math.max(parts[document] ?? 0, part);
    },
    drain(take) {
      for (const document of touched) {
        take(document, scores[document] ?? 0, parts[document] ?? 0);
        scores[document] = 0;
        parts[document] = 0;
      }
      touched = [];
    },
  };
}

function createTouched(documents: number): { readonly list: readonly number[]; add(document: number): void } {
  const seen = new Uint8Array(documents);
  const list: number[] = [];
  return {
    list,
    add(document) {
      if (seen[document] === 1) return;
      seen[document] = 1;
      list.push(document);
    },
  };
}
