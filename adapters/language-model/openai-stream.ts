import type { ModelEndpoint } from '#bot/settings/language-model-settings.ts';
import { authorisedFetch, type Fetch } from './authorised-fetch.ts';
import { type ChatClient, estimateTokens, ModelFailed, type Usage } from './chat-client.ts';
import { toModelFailure } from './model-failure.ts';

/** Far above the eight lines that are asked for: a model that goes on for ever is ended. */
const longestAnswer = 8_000;

/** Streams by OpenAI's own client, which is leaner for it. Loaded with the first use. */
export function createOpenAiStream(config: ModelEndpoint, fetch: Fetch): ChatClient['stream'] {
  let client: ReturnType<typeof load> | null = null;
  return async (messages, { signal, onText }) => {
    client ??= load(config, fetch);
    const request = {
      model: config.model,
      messages: [
        { role: 'system' as const, content: messages.system },
        { role: 'user' as const, content: messages.user },
      ],
      stream: true as const,
      stream_options: { include_usage: true },
    };
    try {
      const chunks = await (await client).chat.completions.create(request, { signal });
      return await read(chunks, messages.system + messages.user, onText);
    } catch (error) {
      throw toModelFailure(error, signal);
    }
  };
}

type Chunk = {
  readonly choices?: readonly {
    readonly delta?: { content?: string | null };
    finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens: number; readonly completion_tokens: number } | null;
};

async function read(chunks: AsyncIterable<Chunk>, asked: string, onText: (piece: string) => void) {
  let content = '';
  let finished: string | null = null;
  let counted: Usage | null = null;
  for await (const { choices, usage } of chunks) {
    const piece = choices?.[0]?.delta?.content ?? '';
    finished = choices?.[0]?.finish_reason ?? finished;
    if (usage) counted = { tokensIn: usage.prompt_tokens, tokensOut: usage.completion_tokens };
    if (piece === '') continue;
    content += piece;
    if (content.length > longestAnswer) throw new ModelFailed('the answer does not end', 'nonsense');
    onText(piece);
  }
  if (finished === 'content_filter')
    throw new ModelFailed('the endpoint’s filter ended the answer', 'refused');
  // Half an answer may lack the step that matters.
  if (finished !== 'stop') throw new ModelFailed('the answer was cut off', 'cut');
  return {
    content,
    usage: counted ?? { tokensIn: estimateTokens(asked), tokensOut: estimateTokens(content) },
  };
}

async function load(config: ModelEndpoint, fetch: Fetch) {
  const { OpenAI } = await import('openai');
  return new OpenAI({
    baseURL: config.baseUrl,
    apiKey: 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    logLevel: 'off',
    fetch: authorisedFetch(config.credential, fetch),
    ...(config.apiVersion === null ? {} : { defaultQuery: { 'api-version': config.apiVersion } }),
  });
}
