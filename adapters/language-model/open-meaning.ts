import { setTimeout } from 'node:timers/promises';
import type { EmbeddingsSettings } from '#bot/settings/embeddings-settings.ts';
import { createMeaning, type FollowedMeaning } from './create-meaning.ts';
import { createNoteVectors, type EmbeddingsLog } from './note-vectors.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';
import type { VectorStore } from './vector-store.ts';

/** What messages mean, by the endpoint that the settings name, in the process's own time. */
export function openMeaning(ports: {
  readonly settings: EmbeddingsSettings;
  readonly store: VectorStore;
  readonly log: EmbeddingsLog;
  /** Milliseconds that a question waits for its vector. Default: 300. */
  readonly patience?: number;
}): FollowedMeaning {
  const { settings, store, log, patience } = ports;
  const embedder = createOpenAiEmbedder(settings);
  const vectors = createNoteVectors({ embedder, store, log, wait });
  return createMeaning({ embedder, vectors, log, elapsed: () => performance.now(), patience });
}

/** Ends early when the process stops, and keeps none alive. */
async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal, ref: false }).catch(() => undefined);
}
