import { createPostingsBuilder } from './postings.ts';
import type { Layer } from './shelf.ts';

export type LayerBuilder = {
  /** Documents come one after the other, from 0 up. */
  add(key: number, document: number, weight: number): void;
  finish(): Layer;
};

export function createLayerBuilder(documents: number): LayerBuilder {
  const postings = createPostingsBuilder();
  const lengths = new Float32Array(documents);
  return {
    add(key, document, weight) {
      postings.add(key, document, weight);
      lengths[document] = (lengths[document] ?? 0) + weight;
    },
    finish: () => ({
      postings: postings.pack(),
      lengths,
      meanLength: lengths.reduce((a, b) => a + b, 0) / Math.max(documents, 1),
    }),
  };
}
