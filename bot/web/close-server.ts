import type { Server, ServerResponse } from 'node:http';

/**
 * Makes the way to stop a server: no new requests, those under way may end for `patience` milliseconds.
 * Event streams never end by themselves, so they are ended at once. Call it before the server serves.
 */
export function createClose(server: Server): (patience?: number) => Promise<void> {
  const open = new Set<ServerResponse>();
  server.on('request', (_request, response) => {
    open.add(response);
    response.once('close', () => open.delete(response));
  });
  return (patience = 10_000) => {
    const closed = Promise.withResolvers<void>();
    server.close(() => closed.resolve());
    for (const response of open) if (isEventStream(response)) response.end();
    server.closeIdleConnections();
    const timer = setTimeout(() => server.closeAllConnections(), patience);
    return closed.promise.finally(() => clearTimeout(timer));
  };
}

function isEventStream(response: ServerResponse): boolean {
  return String(response.getHeader('content-type')).startsWith('text/event-stream');
}
