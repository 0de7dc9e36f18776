import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { type ModelRequest, readRequest } from './read-request.ts';
import { good, type Saying, type Script } from './scripts.ts';

export type ModelServer = {
  /** As a model's settings take it. */
  readonly url: string;
  /** What was asked, in order. */
  readonly requests: ModelRequest[];
  readonly headers: IncomingMessage['headers'][];
  /** What it does from now on. */
  script: Script;
  /** What it does with the next requests, one by one; then `script` again. */
  readonly next: Script[];
  /** Requests that the other side gave up. */
  givenUp: number;
  /** Milliseconds between two words of a stream. */
  pause: number;
  close(): Promise<void>;
};

/** An OpenAI-compatible endpoint on this machine that says what a script says, and really streams it. */
export async function startModelServer(script: Script = good, port = 0, pause = 0): Promise<ModelServer> {
  const server = createServer((request, response) => {
    handle(state, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const state: ModelServer = {
    url: `http://127.0.0.1:${address.port}/v1`,
    requests: [],
    headers: [],
    script,
    next: [],
    givenUp: 0,
    pause,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return state;
}

async function handle(state: ModelServer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await bodyOf(request);
  if (request.method === 'GET') return send(response, 200, { object: 'list', data: [] });
  const asked = readRequest(body);
  state.requests.push(asked);
  state.headers.push(request.headers);
  response.on('close', () => {
    if (!response.writableEnded) state.givenUp += 1;
  });
  const saying = (state.next.shift() ?? state.script)(asked);
  if (saying.kind === 'status') return refuse(response, saying);
  if (saying.kind === 'broken')
    return void response.writeHead(200, { 'content-type': 'application/json' }).end(saying.body);
  return asked.way === 'stream' ? stream(response, saying, state.pause) : answer(response, asked, saying);
}

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function refuse(
  response: ServerResponse,
  { status, retryAfter, code }: Extract<Saying, { kind: 'status' }>,
): void {
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  // A real one may quote what it was sent.
  send(response, status, { error: { message: 'not now', type: 'error', code: code ?? null } });
}

function answer(response: ServerResponse, { way, name, model }: ModelRequest, saying: Saying): void {
  if (saying.kind === 'stall') return;
  if (saying.kind === 'cut') return void response.destroy();
  const value = saying.kind === 'value' ? saying.value : saying.kind === 'text' ? saying.text : null;
  const content = typeof value === 'string' ? value : JSON.stringify(value);
  const call = { id: 'call-1', type: 'function', function: { name, arguments: content } };
  const message =
    way === 'tools'
      ? { role: 'assistant', content: null, tool_calls: [call] }
      : { role: 'assistant', content, refusal: null };
  send(response, 200, {
    id: 'chat-1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message, finish_reason: way === 'tools' ? 'tool_calls' : 'stop', logprobs: null }],
    usage: { prompt_tokens: 120, completion_tokens: 40, total_tokens: 160 },
  });
}

async function stream(response: ServerResponse, saying: Saying, pause: number): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const say = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  const piece = (content: string) =>
    say({
      id: 'chat-1',
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta: { content }, finish_reason: null }],
    });
  const text =
    saying.kind === 'text'
      ? saying.text
      : saying.kind === 'stall' || saying.kind === 'cut'
        ? saying.after
        : '';
  for (const part of text.match(/\S+\s*|\s+/gu) ?? []) {
    piece(part);
    await (pause === 0 ? setImmediate() : setTimeout(pause));
  }
  if (saying.kind === 'stall') return;
  if (saying.kind === 'cut') return void response.destroy();
  const finish_reason = saying.kind === 'text' ? (saying.finish ?? 'stop') : 'stop';
  say({ id: 'chat-1', object: 'chat.completion.chunk', choices: [{ index: 0, delta: {}, finish_reason }] });
  say({
    id: 'chat-1',
    object: 'chat.completion.chunk',
    choices: [],
    usage: { prompt_tokens: 400, completion_tokens: 90, total_tokens: 490 },
  });
  response.write('data: [DONE]\n\n');
  response.end();
}
