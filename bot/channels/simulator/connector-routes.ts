import express, { type ErrorRequestHandler, type Response, Router } from 'express';
import type { Connector, ConnectorAnswer } from './connector.ts';

/** Far above what Teams takes, so that an oversized message is refused with its size rather than cut off. */
const readJson = express.json({ limit: '4mb' });

/** What every pretended screenshot looks like to who downloads it: one grey pixel. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

/** The connector's addresses, as the Bot Framework documents them under a bot's `serviceUrl`. */
export function createConnectorRoutes(connector: Connector): Router {
  const routes = Router();
  const chat = '/v3/conversations/:conversation';
  routes.use(readJson);
  routes.post('/v3/conversations', async ({ body }, response) => send(response, await connector.open(body)));
  // A reply's own id in the address changes nothing in a 1:1 chat, which has no threads.
  routes.post([`${chat}/activities`, `${chat}/activities/:activity`], async ({ params, body }, response) =>
    send(response, await connector.post(one(params.conversation), body)),
  );
  routes.put(`${chat}/activities/:activity`, async ({ params, body }, response) =>
    send(response, await connector.update(params.conversation, params.activity, body)),
  );
  routes.delete(`${chat}/activities/:activity`, async ({ params }, response) =>
    send(response, await connector.remove(params.conversation, params.activity)),
  );
  routes.get(`${chat}/members`, async ({ params }, response) =>
    send(response, await connector.members(params.conversation)),
  );
  routes.get(`${chat}/members/:member`, async ({ params }, response) =>
    send(response, await connector.member(params.conversation, params.member)),
  );
  routes.get('/v3/attachments/:attachment/views/:view', (_, response) => {
    response.type('image/png').send(onePixel);
  });
  routes.use(answerUnreadable);
  return routes;
}

function send(response: Response, answer: ConnectorAnswer): void {
  if (answer.retryAfter !== undefined) response.set('retry-after', String(answer.retryAfter));
  response.status(answer.status).json(answer.body ?? {});
}

/** With several addresses for one handler Express's types let a parameter be absent or repeated. */
function one(parameter: string | string[] | undefined): string {
  return typeof parameter === 'string' ? parameter : '';
}

/** A body that is not JSON, or beyond all bounds, in the shape of the connector's errors. */
const answerUnreadable: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  const status = statusOf(error);
  if (status === null || response.headersSent) return next(error);
  const code = status === 413 ? 'MessageSizeTooBig' : 'BadSyntax';
  response.status(status).json({ error: { code, message: '' } });
};

function statusOf(error: unknown): number | null {
  if (typeof error !== 'object' || error === null || !('status' in error)) return null;
  return typeof error.status === 'number' && error.status < 500 ? error.status : null;
}
