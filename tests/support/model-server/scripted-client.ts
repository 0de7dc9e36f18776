import { setImmediate } from 'node:timers/promises';
import { type ChatClient, ModelFailed } from '#adapters/language-model/chat-client.ts';
import { dataOf } from './read-request.ts';
import type { Saying, Script } from './scripts.ts';

/** The same scripts without a network between: for runs of thousands. */
export function scriptedClient(script: Script): ChatClient {
  const usage = { tokensIn: 100, tokensOut: 50 };
  return {
    async ask({ system, user }, schema, { name }) {
      const saying = script({
        name,
        way: 'json-schema',
        system,
        user,
        model: 'scripted',
        data: dataOf(user),
      });
      const read = schema.safeParse(valueIn(saying));
      if (!read.success) throw new ModelFailed('the answer has another shape', 'nonsense');
      return { value: read.data, usage, content: JSON.stringify(read.data) };
    },
    async stream({ system, user }, { onText }) {
      const name = 'compose_answer';
      const saying = script({ name, way: 'stream', system, user, model: 'scripted', data: dataOf(user) });
      await setImmediate();
      const content = saying.kind === 'text' ? saying.text : '';
      onText(content);
      return { usage, content };
    },
  };
}

function valueIn(saying: Saying): unknown {
  return saying.kind === 'value' ? saying.value : null;
}
