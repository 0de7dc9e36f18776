import type { RequestHandler } from 'express';
import type { Logger } from '#bot/logger.ts';
import { beginTrail, onTrail } from '#bot/trail.ts';
import type { Route } from './metrics.ts';

/** What is asked every few seconds by whoever watches the process. */
const quiet = new Set(['/healthz', '/readyz']);

const routeOf: readonly (readonly [string, Route])[] = [
  ['/api/messages', 'messages'],
  ['/api/webhooks/', 'webhooks'],
  ['/api/v1', 'api'],
  ['/tab', 'tab'],
  ['/files', 'files'],
  ['/note-images', 'pictures'],
  ['/healthz', 'health'],
  ['/readyz', 'health'],
  ['/metrics', 'metrics'],
];

/**
 * One line per request: id, method, path, status, time. Never a query, a header or a body. What it sets off is on a trail
 * with the same id.
 */
export function createRequestLog(
  logger: Logger,
  newRequestId: () => string,
  count: (route: Route, status: number) => void = () => undefined,
): RequestHandler {
  return (request, response, next) => {
    const requestId = newRequestId();
    const startedAt = performance.now();
    const { method, path } = request;
    response.set('X-Request-Id', requestId);
    const trail = beginTrail({ id: requestId });
    response.on('finish', () => {
      count(routeOf.find(([start]) => path.startsWith(start))?.[1] ?? 'other', response.statusCode);
      const line = { requestId, method, path, status: response.statusCode, ms: since(startedAt) };
      onTrail(trail, () => logger[quiet.has(path) ? 'debug' : 'info'](line, 'request'));
    });
    onTrail(trail, next);
  };
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
