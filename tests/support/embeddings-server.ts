import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { tellingWords } from '#knowledge/search/learn/telling-words.ts';

const Request = z.object({ model: z.string(), input: z.array(z.string()) });

/** What the endpoint does with the next request: `stall` never answers. */
export type Answering =
  | 'vectors'
  | 'stall'
  | 'garbage'
  | 'html'
  | 'too-few'
  | { status: number; after?: string };

export type EmbeddingsServer = {
  readonly url: string;
  /** Every text that was sent, in order. */
  readonly texts: string[];
  /** Texts of each request. */
  readonly batches: number[];
  readonly keys: (string | undefined)[];
  /** How it answers from now on. */
  answer: Answering;
  dimension: number;
  /** Texts that hold this are refused with 400. */
  refuses: string | null;
  close(): Promise<void>;
};

/** Words that mean the same to this model, though no rule knows it. */
const sameMeaning: Readonly<Record<string, string>> = { quux: 'projektor' };

/** An OpenAI-compatible endpoint on loopback whose vectors are hashed bags of words. */
export async function startEmbeddingsServer(): Promise<EmbeddingsServer> {
  const server = createServer((request, response) => void handle(state, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const state: EmbeddingsServer = {
    url: `http://127.0.0.1:${address.port}/v1`,
    texts: [],
    batches: [],
    keys: [],
    answer: 'vectors',
    dimension: 256,
    refuses: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return state;
}

async function handle(state: EmbeddingsServer, request: IncomingMessage, response: ServerResponse) {
  const { model, input } = Request.parse(JSON.parse(await bodyOf(request)));
  state.texts.push(...input);
  state.batches.push(input.length);
  state.keys.push(request.headers.authorization);
  const { answer, refuses } = state;
  if (answer === 'stall') return;
  if (answer === 'html') return response.setHeader('content-type', 'text/html').end('<h1>Welcome</h1>');
  if (typeof answer === 'object') {
    if (answer.after !== undefined) response.setHeader('retry-after', answer.after);
    return send(response, answer.status, { error: { message: `not now: ${input.join(' ')}` } });
  }
  if (refuses !== null && input.some((text) => text.includes(refuses)))
    return send(response, 400, { error: { message: 'too long' } });
  if (answer === 'garbage') return send(response, 200, { data: [{ index: 0, embedding: 'nothing' }] });
  const data = input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: vectorOf(text, state.dimension),
  }));
  if (answer === 'too-few') data.pop();
  send(response, 200, { object: 'list', model, data: data.reverse(), usage: {} });
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function vectorOf(text: string, dimension: number): number[] {
  const vector = Array.from({ length: dimension }, () => 0.001);
  const translated = text.toLowerCase().replace(/\p{L}+/gu, (word) => sameMeaning[word] ?? word);
  for (const word of tellingWords(translated)) {
    const place = [...word].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
    vector[place % dimension] = (vector[place % dimension] ?? 0) + 1;
  }
  return vector;
}
