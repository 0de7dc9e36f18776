import { createServer, type IncomingMessage } from 'node:http';

/** What arrived in a chat: a sign that it takes a while, that there is enough waiting, a reply, or news of a case. */
export type ArrivedKind = 'kept' | 'full' | 'reply' | 'news' | 'card';
export type Arrived = {
  readonly conversation: string;
  readonly at: number;
  readonly kind: ArrivedKind;
  /** As it came. Kept for technicians' cards, and for samples. */
  readonly body: string;
};

export type TeamsSide = {
  readonly url: string;
  readonly arrivals: readonly Arrived[];
  onArrival(hear: (arrived: Arrived) => void): void;
  close(): Promise<void>;
};

/** Teams' side: takes everything at once and writes down what came where, and when its last byte did. */
export async function startTeamsSide(technicians: ReadonlySet<string>): Promise<TeamsSide> {
  const arrivals: Arrived[] = [];
  const hearers: ((arrived: Arrived) => void)[] = [];
  let ids = 0;
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const at = performance.now();
    const conversation = decodeURIComponent(request.url?.split('/')[3] ?? '');
    // A card that is put in the place of another is no new message.
    if (request.method === 'POST' && !body.includes('"type":"typing"')) {
      const kind = technicians.has(conversation) ? 'card' : kindOf(body);
      const arrived = { conversation, at, kind, body: kind === 'reply' ? body.slice(0, 2_500) : body };
      arrivals.push(kind === 'reply' ? arrived : { ...arrived, body: '' });
      for (const hear of hearers) hear(arrived);
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
    arrivals,
    onArrival: (hear) => void hearers.push(hear),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** By the words that a reader sees. News of a case comes by itself, whenever a technician or a contractor does something. */
const news =
  /"summary":"(?:[^"]*har tagit (?:emot )?(?:ditt ärende|det här)|Ditt ärende är nu hos|Vi når inte leverantören|Vi når leverantören)/;

function kindOf(body: string): ArrivedKind {
  if (body.includes('Jag tar emot – det är många')) return 'kept';
  if (body.includes('Du har redan skrivit flera meddelanden')) return 'full';
  return news.test(body) ? 'news' : 'reply';
}

async function read(request: IncomingMessage): Promise<string> {
  request.setEncoding('utf8');
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}
