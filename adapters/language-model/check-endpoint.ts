import { z } from 'zod';
import type { EmbeddingsSettings } from '#bot/settings/embeddings-settings.ts';
import { type ChatClient, ModelFailed } from './chat-client.ts';
import { EmbeddingFailed } from './embedder.ts';
import { createOpenAiEmbedder } from './openai-embedder.ts';

/** What one question to the endpoint showed; `reason` says why not, in words for the log. */
export type Found<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: string };

const Word = z.object({ word: z.string() });
/** Somebody waits, but a model may have to be loaded first. */
const patience = 60_000;
/** As much as the largest prompt holds: a long message, and three long notes. */
const largestPrompt = 26_000;

/** Whether it answers in a shape, and after how many milliseconds. */
export async function checkStructured(client: ChatClient): Promise<Found<number>> {
  const messages = { system: 'Answer with the word that stands in the data.', user: 'Word: lavendel' };
  return timed(async () => {
    const { value } = await client.ask(messages, Word, {
      signal: AbortSignal.timeout(patience),
      name: 'check_word',
    });
    if (!/lavendel/i.test(value.word))
      throw new ModelFailed('it answered in the shape, but another word', 'nonsense');
  });
}

/** Whether an answer comes in pieces: how many, and after how many milliseconds the first. */
export async function checkStreaming(
  client: ChatClient,
): Promise<Found<{ readonly pieces: number; readonly first: number }>> {
  const started = performance.now();
  let pieces = 0;
  let first = 0;
  const messages = { system: 'Count in words from one to ten, each on a line of its own.', user: 'Begin.' };
  const found = await timed(() =>
    client.stream(messages, {
      signal: AbortSignal.timeout(patience),
      onText: () => {
        if (pieces === 0) first = Math.round(performance.now() - started);
        pieces += 1;
      },
    }),
  );
  if (!found.ok) return found;
  return pieces > 1
    ? { ok: true, value: { pieces, first } }
    : { ok: false, reason: 'the answer came in one piece' };
}

/** Whether a prompt as large as they become is read from its beginning: some servers cut it without a word. */
export async function checkContext(client: ChatClient): Promise<Found<number>> {
  const filler = 'Skrivaren på plan två skriver ut igen efter omstart. '.repeat(largestPrompt / 52);
  const messages = {
    system: 'Answer with the word that stands after "Word:" at the beginning of the data.',
    user: `Word: lavendel\n${filler}`,
  };
  const found = await timed(async () => {
    const { value } = await client.ask(messages, Word, {
      signal: AbortSignal.timeout(patience),
      name: 'check_word',
    });
    if (!/lavendel/i.test(value.word))
      throw new ModelFailed(
        'the beginning of a long prompt is not read: give the model a larger context',
        'nonsense',
      );
  });
  return found.ok ? { ok: true, value: Math.round(messages.user.length / 4) } : found;
}

/** The dimension of the embeddings. */
export async function checkEmbeddings(config: EmbeddingsSettings): Promise<Found<number>> {
  try {
    const [vector] = await createOpenAiEmbedder(config).embed(['lavendel'], { milliseconds: patience });
    return vector === undefined
      ? { ok: false, reason: 'no vector came' }
      : { ok: true, value: vector.length };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

async function timed(work: () => Promise<unknown>): Promise<Found<number>> {
  const started = performance.now();
  try {
    await work();
    return { ok: true, value: Math.round(performance.now() - started) };
  } catch (error) {
    return { ok: false, reason: reasonOf(error) };
  }
}

function reasonOf(error: unknown): string {
  const isOurs = error instanceof ModelFailed || error instanceof EmbeddingFailed;
  return isOurs ? error.message : 'it could not be asked';
}
