import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';

export type Posted = {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What the next request meets; then it is answered 204. */
export type Answer =
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Record<string, string> }
  /** Takes the whole request and hangs up, or never answers. */
  | { readonly kind: 'cut' | 'stall' };

/** A real HTTP server on this machine that keeps what was posted, and acts on each key once as a receiver should. */
export async function startWebhookServer(secret: string) {
  const posted: Posted[] = [];
  const acted: string[] = [];
  const next: Answer[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const { method = '', headers } = request;
      posted.push({ method, headers, body });
      const key = String(headers['idempotency-key']);
      const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
      const answer = next.shift() ?? { kind: 'status', status: 204 };
      if (headers['x-vaktis-signature'] !== signature) return response.writeHead(401).end();
      const isTaken = answer.kind !== 'status' || answer.status < 300;
      if (isTaken && !acted.includes(key)) acted.push(key);
      if (answer.kind === 'cut') request.socket.destroy();
      if (answer.kind === 'status') response.writeHead(answer.status, answer.headers).end('some words');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/vaktis`,
    posted,
    /** The keys that were acted on, each once. */
    acted,
    answer: (...answers: Answer[]) => next.push(...answers),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type TestWebhookServer = Awaited<ReturnType<typeof startWebhookServer>>;
