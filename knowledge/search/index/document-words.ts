import type { LetterLayer } from './shelf.ts';

/** The words of all documents one after the other, each with ten times its weight; from its start up to the next one's. */
export type DocumentWords = {
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
  readonly weights: Uint8Array;
};

export function readDocumentWords({ starts, words, weights }: DocumentWords): LetterLayer['each'] {
  return (document, visit) => {
    const end = starts[document + 1] ?? 0;
    for (let at = starts[document] ?? 0; at < end; at += 1) visit(words[at] ?? 0, (weights[at] ?? 0) / 10);
  };
}
