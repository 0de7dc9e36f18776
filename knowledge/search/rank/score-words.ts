import type { Postings } from '../index/postings.ts';
import type { Shelf } from '../index/shelf.ts';
import type { TermIds } from '../index/term-ids.ts';
import type { Frequencies } from './frequencies.ts';
import type { Question, Wanted, Way } from './question.ts';
import { type Saturation, saturate } from './saturate.ts';

/** What the words of a question found in one document of a shelf. */
export type WordScore = {
  /** BM25 over stems, compound parts and ideas. */
  readonly words: number;
  /** The mass of what was asked that the document holds. */
  readonly covered: number;
};

export type WordTools = {
  readonly ids: TermIds;
  readonly frequencies: Frequencies;
  readonly saturation: Saturation;
};

/** One thing that was asked for, as numbers; `terms` of all its ways, one way after the other. */
export type Sought = {
  readonly weight: number;
  readonly mass: number;
  readonly ways: readonly (readonly SoughtTerm[])[];
  /** No document's words score more by it. */
  readonly most: number;
};
export type SoughtTerm = { readonly id: number; readonly gain: number; readonly worth: number };

export function readWanted(question: Question, tools: WordTools): Sought[] {
  const { saturation } = tools;
  return question.wanted.map((wanted) => {
    const ways = wanted.ways.map((way) => readWay(way, tools));
    const most = Math.max(0, ...ways.map((terms) => terms.reduce((sum, { worth }) => sum + worth, 0)));
    const mass = massOf(wanted, tools);
    return { weight: wanted.weight, mass, ways, most: wanted.weight * most * (saturation.k1 + 1) };
  });
}

/** Of words that only mean much the same those in more notes than this are left out: they take long and tell nothing. */
const commonestAlike = 2_000;

function readWay({ weight, terms, noRarerThan }: Way, { ids, frequencies }: WordTools): SoughtTerm[] {
  const most = noRarerThan === undefined ? Number.POSITIVE_INFINITY : rarityOf(noRarerThan, ids, frequencies);
  return terms.flatMap(({ term, share }): SoughtTerm[] => {
    const id = ids.get(term);
    if (id === null || (noRarerThan !== undefined && frequencies.count(id) > commonestAlike)) return [];
    const gain = weight * share;
    return [{ id, gain, worth: gain * Math.min(most, frequencies.rarity(id)) }];
  });
}

function rarityOf(term: string, ids: TermIds, frequencies: Frequencies): number {
  const id = ids.get(term);
  return id === null || frequencies.count(id) === 0 ? frequencies.unknownRarity : frequencies.rarity(id);
}

/** Scores documents of the shelf one by one: the best way of each thing that was asked for. */
export function createWordScorer(
  sought: readonly Sought[],
  { terms }: Shelf,
  { frequencies, saturation }: WordTools,
): (document: number) => WordScore {
  const held = sought.map(({ weight, mass, ways }) => ({
    weight,
    mass,
    ways: waysHeld(ways, terms.postings),
  }));
  return (document) => {
    const length = (terms.lengths[document] ?? 0) / frequencies.meanLength;
    let words = 0;
    let covered = 0;
    for (const { weight, mass, ways } of held) {
      let best = 0;
      let most = 0;
      for (const way of ways) {
        let score = 0;
        let part = 0;
        for (const { weightIn, gain, worth } of way) {
          const found = weightIn(document);
          if (found === 0) continue;
          score += worth * saturate(found, length, saturation);
          part += gain;
        }
        best = Math.max(best, score);
        most = Math.max(most, part);
      }
      words += weight * best;
      covered += mass * most;
    }
    return { words, covered };
  };
}

type HeldTerm = Pick<SoughtTerm, 'gain' | 'worth'> & { readonly weightIn: (document: number) => number };

/** Most ways to say a word no note of a shelf knows: they are left out before each is looked up in fifty notes. */
function waysHeld(ways: Sought['ways'], postings: Postings): HeldTerm[][] {
  return ways
    .map((terms) =>
      terms.flatMap(({ id, gain, worth }): HeldTerm[] => {
        const weightIn = postings.weightsOf(id);
        return weightIn === null ? [] : [{ weightIn, gain, worth }];
      }),
    )
    .filter((terms) => terms.length > 0);
}

/** How much a wanted word tells: by its commonest way that any note knows, words that only mean the same left out. */
export function massOf(wanted: Wanted, { ids, frequencies }: Pick<WordTools, 'ids' | 'frequencies'>): number {
  const known = wanted.ways
    .filter(({ noRarerThan }) => noRarerThan === undefined)
    .flatMap(({ terms }) => terms)
    .map(({ term }) => ids.get(term))
    .filter((id) => id !== null)
    .filter((id) => frequencies.count(id) > 0);
  if (known.length === 0) return wanted.telling * frequencies.unknownRarity;
  return wanted.telling * Math.min(...known.map((id) => frequencies.rarity(id)));
}

/**
 * Hands over what one thing that was asked for is worth in every document that holds it, term by term; the terms of
 * one way (`way` from 0 up) belong together.
 */
export function visitSought(
  { weight, ways }: Sought,
  { terms }: Shelf,
  { frequencies: { meanLength }, saturation }: WordTools,
  visit: (document: number, score: number, way: number) => void,
): void {
  const { lengths, postings } = terms;
  for (const [way, parts] of ways.entries()) {
    for (const { id, worth } of parts) {
      const value = weight * worth;
      postings.each(id, (document, held) => {
        visit(document, value * saturate(held, (lengths[document] ?? 0) / meanLength, saturation), way);
      });
    }
  }
}
