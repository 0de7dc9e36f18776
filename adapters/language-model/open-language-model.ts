import { randomBytes, randomUUID } from 'node:crypto';
import type { LanguageModel } from '#bot/model/language-model.ts';
import type { ModelEndpoint, ModelLeash } from '#bot/settings/language-model-settings.ts';
import type { Fetch } from './authorised-fetch.ts';
import { createBudget } from './budget.ts';
import type { ChatClient } from './chat-client.ts';
import { createCircuitBreaker } from './circuit-breaker.ts';
import { createLanguageModel } from './create-language-model.ts';
import { createLangchainAsk } from './langchain-ask.ts';
import { createLeash, type LeashLog } from './leash.ts';
import type { ModelCallStore, ModelMeter } from './model-call.ts';
import { createOpenAiStream } from './openai-stream.ts';

export type OpenedModel = {
  readonly model: LanguageModel;
  /** Resolves when every call is recorded. */
  readonly idle: () => Promise<void>;
};

/** The model that the settings name, in the process's own time. Its clients are loaded with the first call, or by loadClients. */
export function openLanguageModel(ports: {
  readonly endpoint: ModelEndpoint;
  readonly leash: ModelLeash;
  readonly calls: Pick<ModelCallStore, 'add' | 'spent'>;
  readonly meter: ModelMeter | null;
  readonly log: LeashLog;
  readonly now: () => Date;
  /** Default: the machine's own. */
  readonly fetch?: Fetch;
}): OpenedModel {
  const elapsed = () => performance.now();
  const { endpoint, calls, meter, log, now } = ports;
  const leash = createLeash({
    config: ports.leash,
    model: endpoint.model,
    breakers: { inTurn: createCircuitBreaker(elapsed), other: createCircuitBreaker(elapsed) },
    budget: createBudget(ports.leash, calls, now),
    calls,
    meter,
    log,
    now,
    elapsed,
    newId: randomUUID,
  });
  const model = createLanguageModel({
    client: createChatClient(endpoint, ports.fetch),
    leash,
    model: endpoint.model,
    timeouts: ports.leash.timeouts,
    newMark: () => randomBytes(9).toString('hex'),
  });
  return { model, idle: leash.idle };
}

/** Reads both clients in, so that the first who writes does not wait for it. */
export async function loadClients(): Promise<void> {
  await Promise.all([import('@langchain/openai'), import('openai')]);
}

/** LangChain for answers in a shape, OpenAI's own client for streams: the same endpoint behind both. */
export function createChatClient(endpoint: ModelEndpoint, plain: Fetch = fetch): ChatClient {
  return { ask: createLangchainAsk(endpoint, plain), stream: createOpenAiStream(endpoint, plain) };
}
