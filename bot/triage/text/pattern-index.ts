/** One alternative of a set of patterns. */
export type Candidate = {
  /** Lower comes first: a set takes the first alternative that fits at a place. */
  readonly order: number;
  /** The end of the match that begins at `start`; -1 when there is none. */
  readonly matchAt: (line: string, start: number) => number;
};

/** Alternatives by how their first word begins or ends, so that few are tried at a place. */
export type PatternIndex = { readonly candidatesFor: (word: string) => readonly Candidate[] };

/** How an alternative's first word can be looked up. Null: by nothing, it is tried everywhere. */
export type FirstWord =
  | { readonly kind: 'whole'; readonly letters: string }
  | { readonly kind: 'start'; readonly letters: string }
  | { readonly kind: 'end'; readonly letters: string }
  | null;

export type Entry = { readonly candidate: Candidate; readonly first: readonly FirstWord[] };

/** In each of some sixty sets; nearly all of them map to the same empty list. */
const rememberedWords = 1_000;
const none: readonly Candidate[] = [];

/** So many letters at a word's edge narrow the choice down well enough. */
const edge = 3;

/**
 * A lexicon holds hundreds of alternatives, and one expression of them all tries each at every word; by looking the
 * word up, a message costs what its own words cost.
 */
export function createPatternIndex(entries: readonly Entry[]): PatternIndex {
  const wholes = new Map<string, Candidate[]>();
  const starts = new Map<string, Candidate[]>();
  const ends = new Map<string, Candidate[]>();
  const everywhere: Candidate[] = [];
  for (const { candidate, first } of entries) {
    for (const word of first) {
      if (word === null) everywhere.push(candidate);
      else if (word.kind === 'whole') push(wholes, word.letters, candidate);
      else if (word.kind === 'start') push(starts, word.letters.slice(0, edge), candidate);
      else push(ends, word.letters.slice(-edge), candidate);
    }
  }
  const remembered = new Map<string, readonly Candidate[]>();
  return { candidatesFor };

  /** Every set is asked about every word of a message, and people use the same words. */
  function candidatesFor(word: string): readonly Candidate[] {
    const known = remembered.get(word);
    if (known !== undefined) return known;
    const found = lookUp(word);
    if (remembered.size >= rememberedWords) remembered.clear();
    remembered.set(word, found.length === 0 ? none : found);
    return found;
  }

  function lookUp(word: string): readonly Candidate[] {
    const found = [...everywhere, ...(wholes.get(word) ?? [])];
    for (let length = 1; length <= Math.min(edge, word.length); length++) {
      found.push(...(starts.get(word.slice(0, length)) ?? []), ...(ends.get(word.slice(-length)) ?? []));
    }
    return found.length < 2 ? found : found.sort((a, b) => a.order - b.order);
  }
}

function push(map: Map<string, Candidate[]>, key: string, candidate: Candidate): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [candidate]);
  else list.push(candidate);
}
