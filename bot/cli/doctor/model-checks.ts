import {
  checkContext,
  checkEmbeddings,
  checkStreaming,
  checkStructured,
  type Found,
} from '#adapters/language-model/check-endpoint.ts';
import { createChatClient } from '#adapters/language-model/open-language-model.ts';
import { type DoctorCheck, type Finding, fault, off, ok } from './check.ts';
import type { DoctorWorld } from './world.ts';

/** What is looked at of the language model and the embeddings. */
export function modelChecks({ config, words }: Pick<DoctorWorld, 'config' | 'words'>): DoctorCheck[] {
  const { languageModel, embeddings } = config;
  const { names } = words;
  const client = languageModel && createChatClient(languageModel.endpoint);
  const unset = off(words.modelOff);
  const told = <T>(found: Found<T>, say: (value: T) => string, todo = words.modelTodo): Finding =>
    found.ok ? ok(say(found.value)) : fault({ said: found.reason, todo });
  const mode = async (): Promise<Finding> => {
    if (languageModel === null) return unset;
    const { usual, byCategory } = languageModel.modes;
    const others = Object.entries(byCategory).map(([category, one]) => `${category} ${one}`);
    return ok(words.modeOk(usual, others.join(', ')));
  };
  return [
    { id: 'mode', name: names.mode, run: mode },
    {
      id: 'structured',
      name: names.structured,
      run: async () =>
        client ? told(await checkStructured(client), words.structuredOk, words.structuredTodo) : unset,
    },
    {
      id: 'streaming',
      name: names.streaming,
      run: async () =>
        client
          ? told(await checkStreaming(client), ({ pieces, first }) => words.streamingOk(pieces, first))
          : unset,
    },
    {
      id: 'context',
      name: names.context,
      run: async () => (client ? told(await checkContext(client), words.contextOk) : unset),
    },
    {
      id: 'embeddings',
      name: names.embeddings,
      run: async () =>
        embeddings ? told(await checkEmbeddings(embeddings), words.embeddingsOk) : off(words.embeddingsOff),
    },
  ];
}
