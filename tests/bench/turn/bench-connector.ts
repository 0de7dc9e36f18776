import { createServer, type IncomingMessage } from 'node:http';

export type Arrived = { readonly at: number; readonly body: string };

export type BenchConnector = {
  readonly url: string;
  /** What arrives in that conversation from now on, typing not counted, until it is asked for. */
  listenTo(conversation: string): { taken(): Arrived[]; until(count: number, within: number): Promise<void> };
  /** Messages of each conversation since the start, typing not counted. */
  readonly counts: ReadonlyMap<string, number>;
  /** The same, one by one, with the time at which each arrived. */
  readonly arrivals: readonly { readonly conversation: string; readonly at: number }[];
  close(): Promise<void>;
};

/** Teams' side: takes every message at once, and notes when its last byte arrived. */
export async function startBenchConnector(): Promise<BenchConnector> {
  const counts = new Map<string, number>();
  const arrivals: { conversation: string; at: number }[] = [];
  const listeners = new Map<string, (arrived: Arrived) => void>();
  let ids = 0;
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const at = performance.now();
    const conversation = decodeURIComponent(request.url?.split('/')[3] ?? '');
    if (!body.includes('"type":"typing"')) {
      counts.set(conversation, (counts.get(conversation) ?? 0) + 1);
      arrivals.push({ conversation, at });
      listeners.get(conversation)?.({ at, body });
    }
    ids += 1;
    response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"sent-${ids}"}`);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    counts,
    arrivals,
    listenTo: (conversation) => listen(listeners, conversation),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function listen(
  listeners: Map<string, (arrived: Arrived) => void>,
  conversation: string,
): ReturnType<BenchConnector['listenTo']> {
  const arrived: Arrived[] = [];
  let more: () => void = () => undefined;
  listeners.set(conversation, (one) => {
    arrived.push(one);
    more();
  });
  return {
    taken: () => arrived,
    async until(count, within) {
      const ends = performance.now() + within;
      while (arrived.length < count && performance.now() < ends) {
        const timer = Promise.withResolvers<void>();
        const timeout = setTimeout(timer.resolve, ends - performance.now());
        more = timer.resolve;
        await timer.promise;
        clearTimeout(timeout);
      }
    },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
