import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { z } from 'zod';
import type { Dice } from '../../bench/search/dice.ts';

/** What one chat was shown, as its reader's client would have it. */
export type Shown = {
  readonly conversation: string;
  readonly at: number;
  /** A new message, or an earlier one that changed in place. */
  readonly how: 'new' | 'changed';
  readonly body: unknown;
  /** What went wrong with the answer although it was taken; null: the bot was told that it arrived. */
  readonly fault: TeamsFault | null;
};

/** `took-…`: it is on screen, and the bot does not learn of it. */
export const teamsFaults = [
  '429',
  '500',
  '503',
  'reset',
  'took-and-reset',
  'took-and-500',
  'silent',
] as const;
export type TeamsFault = (typeof teamsFaults)[number];

export type Teams = {
  readonly url: string;
  readonly shown: readonly Shown[];
  readonly counts: ReadonlyMap<string, number>;
  /** Hears of everything that is shown. */
  readonly onShown: (hear: (shown: Shown) => void) => void;
  /** Of a hundred messages so many meet one of those. */
  readonly misbehave: (share: number, kinds: readonly TeamsFault[]) => void;
  /** Nothing listens any more; and again. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
};

const AnyBody = z.record(z.string(), z.unknown());

/** Teams' side over real HTTP, that goes wrong by the dice and keeps what each chat saw. */
export async function startTeams(dice: Dice): Promise<Teams> {
  const shown: Shown[] = [];
  const counts = new Map<string, number>();
  const hearers: ((one: Shown) => void)[] = [];
  let wrong: { share: number; kinds: readonly TeamsFault[] } = { share: 0, kinds: [] };
  let ids = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const text = await read(request).catch(() => null);
    if (text === null) return;
    const body = AnyBody.parse(text === '' ? {} : JSON.parse(text));
    const [, , , , conversation = '', kind] = ['', ...decodeURIComponent(request.url ?? '').split('/')];
    ids += 1;
    const isSaid = body.type === 'message' && kind === 'activities';
    const fault =
      isSaid && wrong.kinds.length > 0 && dice.under(100) < wrong.share ? dice.one(wrong.kinds) : null;
    if (fault !== null) counts.set(fault, (counts.get(fault) ?? 0) + 1);
    if (isSaid && (fault === null || fault.startsWith('took'))) {
      const how = request.method === 'PUT' ? 'changed' : 'new';
      const one: Shown = { conversation, at: performance.now(), how, body, fault };
      shown.push(one);
      for (const hear of hearers) hear(one);
    }
    reply(response, fault, ids);
  };
  let server = createServer((request, response) => void answer(request, response));
  const port = await listen(server, 0);
  return {
    url: `http://127.0.0.1:${port}/`,
    shown,
    counts,
    onShown: (hear) => void hearers.push(hear),
    misbehave: (share, kinds) => {
      wrong = { share, kinds };
    },
    cut: () => shut(server),
    async mend() {
      server = createServer((request, response) => void answer(request, response));
      await listen(server, port);
    },
    close: () => shut(server),
  };
}

function reply(response: ServerResponse, fault: TeamsFault | null, id: number): unknown {
  const say = (status: number, text: string, headers = {}) =>
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text);
  switch (fault) {
    case null:
      return say(201, `{"id":"sent-${id}"}`);
    case '429':
      return say(429, '{}', { 'retry-after': '1' });
    case '500':
    case 'took-and-500':
      return say(500, '{}');
    case '503':
      return say(503, '{}');
    case 'silent':
      return undefined;
    case 'took-and-reset':
      // The answer begins, and the connection ends in the middle of it.
      response.writeHead(201, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"id":');
      return setImmediate(() => response.destroy());
    case 'reset':
      return response.destroy();
  }
}

async function read(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

async function listen(server: Server, port: number): Promise<number> {
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function shut(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => void server.close(() => resolve()));
}
