import { createHash } from 'node:crypto';
import { z } from 'zod';

const Body = z.looseObject({
  model: z.string(),
  stream: z.boolean().nullish(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  response_format: z
    .looseObject({ type: z.string(), json_schema: z.looseObject({ name: z.string() }).optional() })
    .optional(),
  tools: z.array(z.looseObject({ function: z.looseObject({ name: z.string() }) })).optional(),
});

/** One request to `/chat/completions`, as a script sees it. */
export type ModelRequest = {
  /** The prompt's name in snake case; `compose_answer` for a stream. */
  readonly name: string;
  readonly way: 'json-schema' | 'tools' | 'json' | 'stream';
  readonly system: string;
  readonly user: string;
  readonly model: string;
  /** The data by what it is called, without its marks. */
  readonly data: Readonly<Record<string, string>>;
};

export function readRequest(body: string): ModelRequest {
  const { model, stream, messages, response_format, tools } = Body.parse(JSON.parse(body));
  const of = (role: string) =>
    messages
      .filter((message) => message.role === role)
      .map(({ content }) => content)
      .join('\n');
  const user = of('user');
  const way = stream ? 'stream' : tools ? 'tools' : response_format?.json_schema ? 'json-schema' : 'json';
  const named = response_format?.json_schema?.name ?? tools?.[0]?.function.name;
  return {
    name: named ?? (stream ? 'compose_answer' : nameIn(user)),
    way,
    system: of('system'),
    user,
    model,
    data: dataOf(user),
  };
}

function nameIn(user: string): string {
  return user.startsWith('Language of the desk') ? 'understand_message' : 'other';
}

const block = /^([^\n]+):\n<data-([0-9a-f]+)>\n([\s\S]*?)\n<\/data-\2>/gmu;

export function dataOf(user: string): Record<string, string> {
  return Object.fromEntries([...user.matchAll(block)].map(([, name = '', , text = '']) => [name, text]));
}

/** The same question has the same key: the marks, which are new each time, are left out. */
export function keyOf(body: string): string {
  const plain = body.replace(/data-[0-9a-f]{18}/gu, 'data-x');
  return createHash('sha256').update(plain).digest('hex').slice(0, 24);
}
