import type { Note } from '../../note.ts';
import type { Speller } from '../analyse/nearest-words.ts';
import type { GramCounts } from './gram-counts.ts';
import type { PackedShelf } from './large-shelf.ts';
import type { Postings } from './postings.ts';
import type { SimilarWords } from './similar-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Whom a shelf's notes are for, from near to far. */
export type Nearness = 'site' | 'kind' | 'everyone';

/** The notes that are always candidates together (one site's, one kind's, everyone's), ready to be searched. */
export type Shelf = {
  readonly nearness: Nearness;
  /** Null where the note is not there any more since the shelf was stored. */
  readonly notes: readonly (Note | null)[];
  /** 1 where every reader may see the note at any time; the others are looked at one by one. */
  readonly open: Uint8Array;
  /** 1 where the note was changed or taken away since the shelf was made. Null: none was. */
  readonly gone: Uint8Array | null;
  /** By words' stems, compound parts and ideas; the keys are term numbers. */
  readonly terms: TermLayer;
  /** The words of each note, to be compared letter by letter. */
  readonly letters: LetterLayer;
  /** What a misspelt word may have meant. */
  readonly speller: Speller;
  /** Words that are alike in letters. Null on a shelf so small that every note's letters are compared. */
  readonly similar: SimilarWords | null;
  /** As it was made, to be stored; null: so small that it is made anew in no time. */
  readonly packed: PackedShelf | null;
};

export type Lengths = {
  /** The sum of all weights, by document. */
  readonly lengths: Float32Array;
  readonly meanLength: number;
};

export type TermLayer = Lengths & { readonly postings: Postings };

export type LetterLayer = Lengths & {
  readonly vocabulary: Vocabulary;
  /** In how many notes each gram is. */
  readonly counts: GramCounts;
  /** Calls back once for every word of the document, with the weight of its fields. */
  each(document: number, visit: (word: number, weight: number) => void): void;
};

export function lengthsOf(lengths: Float32Array): Lengths {
  let total = 0;
  for (const length of lengths) total += length;
  return { lengths, meanLength: total / Math.max(lengths.length, 1) };
}
