import { z } from 'zod';
import type { ModelEndpoint } from '#bot/settings/language-model-settings.ts';
import { authorisedFetch, type Fetch } from './authorised-fetch.ts';
import { type ChatClient, estimateTokens, ModelFailed } from './chat-client.ts';
import { toModelFailure } from './model-failure.ts';

const methods = { 'json-schema': 'jsonSchema', tools: 'functionCalling', json: 'jsonMode' } as const;
const Usage = z.object({ input_tokens: z.number(), output_tokens: z.number() });

/** Structured answers by LangChain's chat model, which knows each endpoint's way to a shape. Loaded with the first use. */
export function createLangchainAsk(config: ModelEndpoint, fetch: Fetch): ChatClient['ask'] {
  let model: ReturnType<typeof load> | null = null;
  return async (messages, schema, { signal, name }) => {
    model ??= load(config, fetch);
    const shape = shapeOf(schema);
    const options = { name, method: methods[config.structured], includeRaw: true as const };
    try {
      const structured = (await model).withStructuredOutput(shape, options);
      const system = config.structured === 'json' ? withShape(messages.system, shape) : messages.system;
      const said = [
        { role: 'system', content: system },
        { role: 'user', content: messages.user },
      ];
      // No callbacks: nothing of this goes to anybody's tracing.
      const { raw, parsed } = await structured.invoke(said, { signal, callbacks: [] });
      const content = raw.text === '' ? JSON.stringify(parsed ?? null) : raw.text;
      const read = schema.safeParse(parsed ?? parseJson(content));
      if (!read.success) throw new ModelFailed('the answer has another shape', 'nonsense');
      return { value: read.data, usage: usageOf(raw, system + messages.user, content), content };
    } catch (error) {
      throw toModelFailure(error, signal);
    }
  };
}

async function load(config: ModelEndpoint, fetch: Fetch) {
  const { initChatModel } = await import('langchain/chat_models/universal');
  return initChatModel(config.model, {
    modelProvider: 'openai',
    // Chat completions: what every compatible endpoint speaks.
    useResponsesApi: false,
    // The client insists on one; our fetch takes it away again.
    apiKey: 'none',
    maxRetries: 0,
    configuration: {
      baseURL: config.baseUrl,
      organization: null,
      project: null,
      logLevel: 'off',
      fetch: authorisedFetch(config.credential, fetch),
      ...(config.apiVersion === null ? {} : { defaultQuery: { 'api-version': config.apiVersion } }),
    },
  });
}

/** Endpoints take shapes, and refuse lengths and patterns: those are checked when the answer is here. */
function shapeOf(schema: z.ZodType): Record<string, unknown> {
  const bounds = new Set(['minLength', 'maxLength', 'maxItems', 'minItems', 'pattern', 'format', '$schema']);
  const shape: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(schema)), (key, value: unknown) =>
    bounds.has(key) ? undefined : value,
  );
  return z.record(z.string(), z.unknown()).parse(shape);
}

function withShape(system: string, shape: object): string {
  return `${system}\n\nAnswer with one JSON object of this schema and nothing else:\n${JSON.stringify(shape)}`;
}

/** Small models like to put a fence around it, and to think aloud first. */
function parseJson(text: string): unknown {
  const said = text.replace(/<think>[\s\S]*?<\/think>/gu, '');
  const bare = said.slice(said.indexOf('{'), said.lastIndexOf('}') + 1);
  try {
    return JSON.parse(bare);
  } catch {
    return null;
  }
}

function usageOf(raw: object, asked: string, answered: string) {
  const usage = Usage.safeParse('usage_metadata' in raw ? raw.usage_metadata : null);
  if (usage.success) return { tokensIn: usage.data.input_tokens, tokensOut: usage.data.output_tokens };
  return { tokensIn: estimateTokens(asked), tokensOut: estimateTokens(answered) };
}
