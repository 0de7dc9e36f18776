import type { NoteFieldName } from './index/note-fields.ts';
import type { Saturation } from './rank/saturate.ts';

/** Everything in the ranking that is a matter of more or less, so that the benches can choose it anew. */
export type SearchWeights = {
  /** What a word counts for in each part of a note, against one in the running text. */
  readonly fields: Readonly<Record<NoteFieldName, number>>;
  /** What a compound's part counts for in a note. */
  readonly part: number;
  readonly words: Saturation;
  readonly letters: Saturation;
  /** How the layers are put together, each by its best note. */
  readonly share: { readonly words: number; readonly letters: number; readonly symptoms: number };
  /** What the ways in which a note can have a word are worth against having it as it is. */
  readonly ways: {
    readonly joined: number;
    readonly parts: number;
    readonly spelling: number;
    readonly idea: number;
    /** Another everyday word that means much the same. */
    readonly alike: number;
    readonly phrase: number;
  };
};

/** Chosen on the open question sets; tests/bench/README.md tells what they are worth on sets that had no say. */
export const usualWeights: SearchWeights = {
  fields: { title: 4, symptom: 2.5, asset: 2, category: 0.5, body: 1, steps: 0.7 },
  part: 0.5,
  words: { k1: 0.8, b: 0.6 },
  letters: { k1: 1.2, b: 0.9 },
  // Words and letters as measured on open Swedish question sets; symptoms are what people really say.
  share: { words: 0.4, letters: 0.7, symptoms: 0.4 },
  ways: { joined: 0.95, parts: 0.75, spelling: 0.8, idea: 0.75, alike: 0.6, phrase: 0.8 },
};
