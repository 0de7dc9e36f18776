import type { Vector } from './embedder.ts';

/** Where vectors are kept between starts, by model and hash of the text. */
export type VectorStore = {
  load(model: string): Promise<Map<string, Vector>>;
  save(model: string, vectors: ReadonlyMap<string, Vector>): Promise<void>;
  /** Forgets other models, and texts that no note has any more. */
  keepOnly(model: string, hashes: ReadonlySet<string>): Promise<void>;
};
