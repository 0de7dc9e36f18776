import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Logger } from '#bot/logger.ts';
import { createClose } from './close-server.ts';
import { createErrorHandler } from './error-handler.ts';
import { addHealth, findUnready, type HealthPorts, type IsReady } from './health.ts';
import { requireLoopbackHost } from './loopback-only.ts';
import type { Metrics } from './metrics.ts';
import { createRequestLog } from './request-log.ts';
import { createRetirement, type Retirement } from './retirement.ts';
import { createSecurityHeaders } from './security-headers.ts';

export type ServerPorts = {
  readonly logger: Logger;
  /** Takes an activity whose JSON is parsed; always answers. */
  readonly handleActivity: (request: Request, response: Response) => Promise<void>;
  /** Whether the process can serve now (its database answers). Rejects or resolves to false when not. */
  readonly isReady: IsReady;
  /** Whether everything that serves is begun. Absent: it is. */
  readonly isStarted?: () => boolean;
  readonly health?: Pick<HealthPorts, 'loop' | 'isLost'>;
  readonly newRequestId: () => string;
  /** Everything under /api/v1: what the editors' tab uses. */
  readonly api?: RequestHandler;
  /** The editors' tab itself, under /tab. */
  readonly tab?: RequestHandler;
  /** Pictures in notes, for Teams' cards: whoever has the link may fetch. */
  readonly pictures?: RequestHandler;
  /** What people sent with their reports, under /files: whoever has the link may open it for a while. */
  readonly files?: RequestHandler;
  /** Contractors' calls, under /api/webhooks/contractor. */
  readonly contractorWebhooks?: RequestHandler;
  /** What `GET /metrics` answers. */
  readonly metrics?: RequestHandler;
  /** Counts what was answered. */
  readonly requested?: Metrics['requested'];
  /** Hears how to find out whether this process can serve. */
  readonly readyWhen?: Metrics['readyWhen'];
  /** Adds the simulator's routes; only without bot credentials, and then only this machine is served. */
  readonly mountSimulator?: (app: Express) => void;
};

export type RunningServer = {
  readonly url: string;
  /** Tells whoever shares out the work that this one leaves: /readyz says no, and no connection is kept. Still serves. */
  readonly retire: () => void;
  /** Retires, takes no more requests, lets those under way end, and cuts what is left after `patience` milliseconds. */
  readonly close: (patience?: number) => Promise<void>;
};

export type WebServer = {
  readonly app: Express;
  /** @throws Error when the port is taken, or when the simulator would be served to other machines. */
  readonly listen: (at: { port: number; host: string }) => Promise<RunningServer>;
};

/** Teams keeps an activity under 100 kB; cards' inputs and quotes come on top. */
const largestBody = '256kb';

/** Every HTTP route of the process. */
export function createServer(ports: ServerPorts): WebServer {
  const simulator = ports.mountSimulator !== undefined;
  const app = express();
  const retirement = createRetirement();
  app.disable('x-powered-by');
  app.use(retirement.tell);
  app.use(createRequestLog(ports.logger, ports.newRequestId, ports.requested));
  app.use(createSecurityHeaders({ simulator }));
  if (simulator) app.use(requireLoopbackHost);
  const health = { isStarted: () => true, ...ports, ...ports.health, retirement };
  addHealth(app, health);
  ports.readyWhen?.(async () => (await findUnready(health)) === null);
  addMessages(app, ports);
  if (ports.metrics) app.get('/metrics', ports.metrics);
  if (ports.contractorWebhooks) app.use('/api/webhooks/contractor', ports.contractorWebhooks);
  if (ports.api) app.use('/api/v1', ports.api);
  if (ports.tab) app.use('/tab', ports.tab);
  if (ports.pictures) app.use('/note-images', ports.pictures);
  if (ports.files) app.use('/files', ports.files);
  ports.mountSimulator?.(app);
  app.use((_request, response) => {
    response.status(404).json({ error: 'not found' });
  });
  app.use(createErrorHandler(ports.logger));
  return { app, listen: (at) => listen(app, at, { simulator, retirement }) };
}

function addMessages(app: Express, ports: ServerPorts): void {
  app
    .route('/api/messages')
    .post(express.json({ limit: largestBody, strict: true }), (request, response) =>
      ports.handleActivity(request, response),
    )
    .all((_request, response) => {
      response.set('Allow', 'POST').status(405).json({ error: 'method not allowed' });
    });
}

async function listen(
  app: Express,
  at: { port: number; host: string },
  { simulator, retirement }: { simulator: boolean; retirement: Retirement },
): Promise<RunningServer> {
  if (simulator && at.host !== '127.0.0.1') {
    throw new Error('The simulator is served on 127.0.0.1 only: it lets anybody speak as anybody.');
  }
  const server = createHttpServer(app);
  const close = createClose(server);
  const opened = Promise.withResolvers<void>();
  const fail = (error: Error) => opened.reject(explain(error, at.port));
  server.once('error', fail);
  server.listen(at.port, at.host, opened.resolve);
  await opened.promise;
  server.off('error', fail);
  return {
    url: toUrl(server, at.host),
    retire: retirement.retire,
    close(patience) {
      retirement.retire();
      return close(patience);
    },
  };
}

function explain(error: Error, port: number): Error {
  if (!('code' in error) || error.code !== 'EADDRINUSE') return error;
  return new Error(`Port ${port} is taken by another program. Stop it, or choose another with PORT.`);
}

function toUrl(server: Server, host: string): string {
  const address = server.address();
  const port = isAddressInfo(address) ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function isAddressInfo(address: ReturnType<Server['address']>): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
