import { createServer, type IncomingMessage, type Server } from 'node:http';
import { z } from 'zod';

export type RecordedRequest = {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | null;
  readonly body: Record<string, unknown>;
};

/** How the connector answers one request; `hang` never does. */
export type ScriptedAnswer =
  | {
      readonly status: number;
      readonly body?: unknown;
      readonly headers?: Record<string, string>;
    }
  /** Answered as usual, but not before that. */
  | { readonly after: Promise<unknown> }
  | 'hang';

export type FakeConnector = {
  /** A serviceUrl on this machine. */
  readonly url: string;
  readonly requests: readonly RecordedRequest[];
  /** What was sent or updated, without typing. */
  readonly sent: () => readonly RecordedRequest[];
  /** The next requests (typing not counted) are answered so, one by one; then all is well again. */
  readonly script: (...answers: readonly ScriptedAnswer[]) => void;
  readonly close: () => Promise<void>;
};

/** What every pasted screenshot looks like. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

const Body = z.record(z.string(), z.unknown());

/** A Bot Framework Connector over real HTTP that keeps what it was sent. */
export async function startFakeConnector(): Promise<FakeConnector> {
  const requests: RecordedRequest[] = [];
  const answers: ScriptedAnswer[] = [];
  const server = createServer(async (request, response) => {
    const recorded = await record(request);
    requests.push(recorded);
    if (recorded.method === 'GET' && recorded.path.includes('/attachments/')) {
      response.writeHead(200, { 'content-type': 'image/*' });
      return void response.end(pixel);
    }
    const usual = succeed(recorded, requests.length);
    const scripted = (isTyping(recorded) ? undefined : answers.shift()) ?? usual;
    if (scripted === 'hang') return;
    if ('after' in scripted) await scripted.after;
    const answer = 'after' in scripted ? usual : scripted;
    response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
    response.end(JSON.stringify(answer.body ?? {}));
  });
  const url = await listen(server);
  return {
    url,
    requests,
    sent: () => requests.filter((request) => !isTyping(request)),
    script: (...next) => void answers.push(...next),
    close: () => close(server),
  };
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  return {
    method: request.method ?? '',
    path: decodeURIComponent(request.url ?? ''),
    authorization: request.headers.authorization ?? null,
    body: Body.parse(text ? JSON.parse(text) : {}),
  };
}

/** 201 with an id for what is new, 200 for an update; a made conversation's id ends in its member's. */
function succeed(
  request: RecordedRequest,
  count: number,
): { status: number; body: unknown; headers?: never } {
  if (request.method === 'PUT') return { status: 200, body: { id: request.path.split('/').at(-1) } };
  if (/\/v3\/conversations$/.test(request.path)) return { status: 201, body: { id: `a:made-${count}` } };
  return { status: 201, body: { id: `sent-${count}` } };
}

function isTyping(request: RecordedRequest): boolean {
  return request.body.type === 'typing';
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(`http://127.0.0.1:${address.port}/`);
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
