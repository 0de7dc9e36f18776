import { z } from 'zod';
import type { EmbeddingsSettings } from '#bot/settings/embeddings-settings.ts';
import { type Embedder, EmbeddingFailed, toVector, type Vector } from './embedder.ts';

const Answer = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()).min(2) })),
});

/**
 * Any endpoint with OpenAI's `/embeddings`: OpenAI, Azure OpenAI, vLLM, Ollama. The client is loaded with the first
 * use, so that a desk without a model pays nothing. It sends each request once: who calls decides on another try.
 */
export function createOpenAiEmbedder(settings: EmbeddingsSettings): Embedder {
  let client: ReturnType<typeof loadClient> | null = null;
  return {
    model: settings.model,
    async embed(texts, { milliseconds }) {
      client ??= loadClient(settings);
      const { openai, connected } = await client;
      const request = { model: settings.model, input: [...texts], encoding_format: 'float' as const };
      const signal = AbortSignal.timeout(milliseconds);
      const answer = await connected.embeddings.create(request, { signal }).catch((error: unknown) => {
        throw toFailure(error, openai.APIError);
      });
      return readVectors(answer, texts.length);
    },
  };
}

async function loadClient({ url, key }: EmbeddingsSettings) {
  const openai = await import('openai');
  const connected = new openai.OpenAI({
    baseURL: url,
    // The client insists on one, a model on this machine does not.
    apiKey: key ?? 'none',
    // Else it would read them from the environment.
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    // The key goes to the address that was set, and nowhere that it points to.
    fetchOptions: { redirect: 'error' },
  });
  return { openai, connected };
}

function readVectors(answer: unknown, count: number): Vector[] {
  const parsed = Answer.safeParse(answer);
  if (!parsed.success)
    throw new EmbeddingFailed('the endpoint answered something else than vectors', 'later');
  const inOrder = [...parsed.data.data].sort((a, b) => a.index - b.index);
  const vectors = inOrder.flatMap(({ embedding }) => toVector(embedding) ?? []);
  const isWhole = vectors.length === count && vectors.every(({ length }) => length === vectors[0]?.length);
  if (!isWhole) throw new EmbeddingFailed('the endpoint’s vectors are not one for each text', 'later');
  return vectors;
}

type ApiError = new (...given: never[]) => { status: unknown; headers: Headers | undefined };

function toFailure(error: unknown, apiError: unknown): EmbeddingFailed {
  if (!isApiError(error, apiError)) return new EmbeddingFailed('the endpoint did not answer', 'later');
  const { status, headers } = error;
  if (typeof status !== 'number')
    return new EmbeddingFailed('the endpoint cannot be reached or is too slow', 'later');
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  const retryAfter = Number.isFinite(seconds) ? seconds * 1000 : null;
  return new EmbeddingFailed(`the endpoint answered ${status}`, kindOf(status), retryAfter);
}

function isApiError(error: unknown, apiError: unknown): error is InstanceType<ApiError> {
  return typeof apiError === 'function' && error instanceof apiError;
}

function kindOf(status: number): EmbeddingFailed['kind'] {
  if (status === 400 || status === 413 || status === 422) return 'texts';
  return status === 401 || status === 403 || status === 404 ? 'settings' : 'later';
}
