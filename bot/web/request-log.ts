import type { RequestHandler } from 'express';
import type { Logger } from '#bot/logger.ts';

/** What is asked every few seconds by whoever watches the process. */
const quiet = new Set(['/healthz', '/readyz']);

/** One line per request: id, method, path, status, time. Never a query, a header or a body. */
export function createRequestLog(logger: Logger, newRequestId: () => string): RequestHandler {
  return (request, response, next) => {
    const requestId = newRequestId();
    const startedAt = performance.now();
    const { method, path } = request;
    response.set('X-Request-Id', requestId);
    response.on('finish', () => {
      const line = { requestId, method, path, status: response.statusCode, ms: since(startedAt) };
      logger[quiet.has(path) ? 'debug' : 'info'](line, 'request');
    });
    next();
  };
}

function since(startedAt: number): number {
  return Math.round(performance.now() - startedAt);
}
