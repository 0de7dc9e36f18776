import type { Note } from '../../note.ts';
import type { Postings } from './postings.ts';

/** Whom a shelf's notes are for, from near to far. */
export type Nearness = 'site' | 'kind' | 'everyone';

/** The notes that are always candidates together (one site's, one kind's, everyone's), ready to be searched. */
export type Shelf = {
  readonly nearness: Nearness;
  readonly notes: readonly Note[];
  /** By words' stems, compound parts and ideas; the keys are term numbers. */
  readonly terms: Layer;
  /** By letter grams; the keys are their hashes. */
  readonly grams: Layer;
  /** Every folded word of the notes: what a misspelt word may have meant. */
  readonly vocabulary: ReadonlySet<string>;
};

export type Layer = {
  readonly postings: Postings;
  /** The sum of all weights, by document. */
  readonly lengths: Float32Array;
  readonly meanLength: number;
};
