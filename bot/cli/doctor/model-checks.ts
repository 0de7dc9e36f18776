import {
  checkContext,
  checkEmbeddings,
  checkStreaming,
  checkStructured,
  type Found,
} from '#adapters/language-model/check-endpoint.ts';
import { createChatClient } from '#adapters/language-model/open-language-model.ts';
import type { Config } from '#bot/config.ts';
import type { DoctorCheck, Finding } from './check.ts';
import { doctorWords as words } from './doctor-words.ts';

/** What is looked at of the language model and the embeddings. */
export function modelChecks({
  languageModel,
  embeddings,
}: Pick<Config, 'languageModel' | 'embeddings'>): DoctorCheck[] {
  const client = languageModel && createChatClient(languageModel.endpoint);
  const off = async (): Promise<Finding> => ({ state: 'off', said: words.modelOff });
  return [
    {
      name: words.mode,
      run: async () => {
        if (languageModel === null) return off();
        const { usual, byCategory } = languageModel.modes;
        const others = Object.entries(byCategory).map(([category, mode]) => `${category} ${mode}`);
        return { state: 'ok', said: words.modeOk(usual, others.join(', ')) };
      },
    },
    {
      name: words.structured,
      run: async () =>
        client ? told(await checkStructured(client), words.structuredOk, words.structuredHelp) : off(),
    },
    {
      name: words.streaming,
      run: async () =>
        client
          ? told(await checkStreaming(client), ({ pieces, first }) => words.streamingOk(pieces, first))
          : off(),
    },
    {
      name: words.context,
      run: async () => (client ? told(await checkContext(client), words.contextOk) : off()),
    },
    {
      name: words.embeddings,
      run: async () =>
        embeddings
          ? told(await checkEmbeddings(embeddings), words.embeddingsOk)
          : { state: 'off', said: words.embeddingsOff },
    },
  ];
}

function told<T>(found: Found<T>, say: (value: T) => string, help = ''): Finding {
  if (found.ok) return { state: 'ok', said: say(found.value) };
  return { state: 'fault', said: help === '' ? found.reason : `${found.reason}; ${help}` };
}
