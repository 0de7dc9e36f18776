import { gramsOf } from '../analyse/grams.ts';
import { createPostingsBuilder, type PackedPostings, readPostings } from './postings.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Of a large shelf's words those that hold much of another word's letters: `skrivare` in `nätverksskrivaren`. */
export type SimilarWords = {
  /** Word numbers, the likest first, each with the share (0–1) of the asked word's grams that it holds. */
  to(word: string): { readonly word: number; readonly share: number }[];
  packed(): PackedSimilar;
};
export type PackedSimilar = { readonly words: Uint32Array; readonly postings: PackedPostings };

/** Less in common is chance. */
const leastShare = 0.3;
const most = 12;
/** Grams of so many words (an ending, most often) tell nothing and take long. */
const commonest = 4_000;

export function createSimilarWords(held: Iterable<number>, vocabulary: Vocabulary): SimilarWords {
  const words = Uint32Array.from(held);
  const builder = createPostingsBuilder();
  for (const [index, word] of words.entries()) {
    for (const gram of new Set(gramsOf(vocabulary.textOf(word)))) builder.add(gram, index, 1);
  }
  return readSimilarWords({ words, postings: builder.pack().packed() });
}

export function readSimilarWords(packed: PackedSimilar): SimilarWords {
  const { words } = packed;
  const postings = readPostings(packed.postings);
  const met = new Uint16Array(words.length);
  return {
    packed: () => packed,
    to(word) {
      const grams = [...new Set(gramsOf(word))].filter((gram) => postings.count(gram) <= commonest);
      const touched: number[] = [];
      for (const gram of grams) {
        postings.each(gram, (index) => {
          const before = met[index] ?? 0;
          if (before === 0) touched.push(index);
          met[index] = before + 1;
        });
      }
      const found = touched
        .map((index) => ({ word: words[index] ?? 0, share: (met[index] ?? 0) / Math.max(grams.length, 1) }))
        .filter(({ share }) => share >= leastShare)
        .sort((a, b) => b.share - a.share)
        .slice(0, most);
      for (const index of touched) met[index] = 0;
      return found;
    },
  };
}
