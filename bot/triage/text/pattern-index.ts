/** One alternative of a set of patterns. */
export type Candidate = {
  /** Lower comes first: a set takes the first alternative that fits at a place. */
  readonly order: number;
  /** The end of the match that begins at `start`; -1 when there is none. */
  readonly matchAt: (line: string, start: number) => number;
};

/** How an alternative's first word can be looked up. Null: by nothing, it is tried everywhere. */
export type FirstWord =
  | { readonly kind: 'whole'; readonly letters: string }
  | { readonly kind: 'start'; readonly letters: string }
  | { readonly kind: 'end'; readonly letters: string }
  | null;

export type Entry = { readonly candidate: Candidate; readonly first: readonly FirstWord[] };

/** What the alternatives of all sets can do with one word. */
export type WordCandidates = ReadonlyMap<number, readonly Candidate[]>;

/** The alternatives of one set. */
export type PatternIndex = {
  /** Those that may begin with a word. */
  readonly among: (word: WordCandidates) => readonly Candidate[];
  /** False: nothing of it begins with any of a line's words. `sets`: see setsOf. */
  readonly isAmong: (sets: ReadonlySet<number>) => boolean;
};

type Hit = { readonly set: number; readonly candidate: Candidate };

/** So many letters at a word's edge narrow the choice down well enough. */
const edge = 3;
const rememberedWords = 10_000;

/** All sets in one: a message's word is looked up once, not once in each of a hundred lexicons. */
const wholes = new Map<string, Hit[]>();
const starts = new Map<string, Hit[]>();
const ends = new Map<string, Hit[]>();
const triedEverywhere: (readonly Candidate[])[] = [];
const remembered = new Map<string, WordCandidates>();
const nothing: WordCandidates = new Map();

/**
 * A lexicon holds hundreds of alternatives, and one expression of them all tries each at every word; by looking the
 * word up, a message costs what its own words cost.
 */
export function createPatternIndex(entries: readonly Entry[]): PatternIndex {
  const set = triedEverywhere.length;
  const everywhere: Candidate[] = [];
  for (const { candidate, first } of entries) {
    for (const word of first) {
      if (word === null) everywhere.push(candidate);
      else if (word.kind === 'whole') push(wholes, word.letters, { set, candidate });
      else if (word.kind === 'start') push(starts, word.letters.slice(0, edge), { set, candidate });
      else push(ends, word.letters.slice(-edge), { set, candidate });
    }
  }
  const inOrder = sort(everywhere);
  triedEverywhere.push(inOrder);
  remembered.clear();
  return {
    among: (word) => word.get(set) ?? inOrder,
    isAmong: (sets) => inOrder.length > 0 || sets.has(set),
  };
}

/** What begins with that word, in every set; people use the same words again and again. */
export function lookUpWord(word: string): WordCandidates {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const found = gather(hitsOf(word));
  if (remembered.size >= rememberedWords) remembered.clear();
  remembered.set(word, found);
  return found;
}

/** The sets that have something to say to any of these words. */
export function setsOf(words: readonly WordCandidates[]): ReadonlySet<number> {
  const sets = new Set<number>();
  for (const word of words) for (const set of word.keys()) sets.add(set);
  return sets;
}

function hitsOf(word: string): Hit[] {
  const hits = [...(wholes.get(word) ?? [])];
  for (let length = 1; length <= Math.min(edge, word.length); length++) {
    hits.push(...(starts.get(word.slice(0, length)) ?? []), ...(ends.get(word.slice(-length)) ?? []));
  }
  return hits;
}

function gather(hits: readonly Hit[]): WordCandidates {
  if (hits.length === 0) return nothing;
  const bySet = new Map<number, Candidate[]>();
  for (const { set, candidate } of hits) {
    const list = bySet.get(set) ?? [...(triedEverywhere[set] ?? [])];
    list.push(candidate);
    bySet.set(set, list);
  }
  for (const list of bySet.values()) sort(list);
  return bySet;
}

function sort(candidates: Candidate[]): Candidate[] {
  return candidates.length < 2 ? candidates : candidates.sort((a, b) => a.order - b.order);
}

function push(map: Map<string, Hit[]>, key: string, hit: Hit): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [hit]);
  else list.push(hit);
}
