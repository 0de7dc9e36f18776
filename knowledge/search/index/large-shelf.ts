import type { Note } from '../../note.ts';
import { createSpeller } from '../analyse/nearest-words.ts';
import { type PackedDrawers, readDrawers, sortIntoDrawers } from '../analyse/word-drawers.ts';
import { type DocumentWords, readDocumentWords } from './document-words.ts';
import { estimateGramCounts, type PackedCounts, readGramCounts } from './gram-counts.ts';
import { isOpen } from './is-open.ts';
import { type PackedPostings, readPostings } from './postings.ts';
import { lengthsOf, type Nearness, type Shelf } from './shelf.ts';
import { createSimilarWords, type PackedSimilar, readSimilarWords } from './similar-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A large shelf without its notes: arrays of numbers, which can be stored and read back as they are. */
export type PackedShelf = {
  readonly terms: PackedPostings;
  readonly termLengths: Float32Array;
  readonly words: DocumentWords;
  readonly gramLengths: Float32Array;
  readonly counts: PackedCounts;
  readonly similar: PackedSimilar;
  /** Sorted when the first word is looked up, or the shelf stored. */
  drawers(): PackedDrawers;
};

/** What was read of the notes. `holding`: in how many each word is. */
export type ReadNotes = Pick<PackedShelf, 'terms' | 'termLengths' | 'words' | 'gramLengths'> & {
  readonly holding: ReadonlyMap<number, number>;
};

export function packShelf({ holding, ...read }: ReadNotes, vocabulary: Vocabulary): PackedShelf {
  const numbers = Uint32Array.from(holding.keys());
  let drawers: PackedDrawers | null = null;
  return {
    ...read,
    counts: estimateGramCounts(holding, read.termLengths.length, vocabulary.gramsOf).packed(),
    similar: createSimilarWords(numbers, vocabulary).packed(),
    drawers() {
      drawers ??= sortIntoDrawers({ numbers, at: vocabulary.textOf }).packed();
      return drawers;
    },
  };
}

/** `notes` in the documents' order; null where one is not as it was when the shelf was made. */
export function readShelf(
  nearness: Nearness,
  notes: readonly (Note | null)[],
  packed: PackedShelf,
  vocabulary: Vocabulary,
): Shelf {
  return {
    nearness,
    notes,
    gone: notes.includes(null) ? Uint8Array.from(notes, (note) => (note === null ? 1 : 0)) : null,
    open: Uint8Array.from(notes, (note) => (note !== null && isOpen(note) ? 1 : 0)),
    terms: { postings: readPostings(packed.terms), ...lengthsOf(packed.termLengths) },
    letters: {
      vocabulary,
      counts: readGramCounts(packed.counts, notes.length),
      each: readDocumentWords(packed.words),
      ...lengthsOf(packed.gramLengths),
    },
    speller: createSpeller(() => readDrawers(packed.drawers(), vocabulary.textOf)),
    similar: readSimilarWords(packed.similar),
    packed,
  };
}
