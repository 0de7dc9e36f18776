import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createLogger } from '#bot/logger.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { signInToSimulator } from '#bot/web/api/auth/simulator-sign-in.ts';
import { type ApiSettings, createApi } from '#bot/web/api/create-api.ts';

export type ApiOnLoopback = {
  readonly url: string;
  /** Sends JSON as that person of the simulator; null: as nobody. */
  call(upn: string | null, method: string, path: string, body?: unknown): Promise<ApiAnswer>;
  readonly close: () => Promise<void>;
};
export type ApiAnswer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

/** The API alone, strict about its own answers, for the routes under test. Signs in as the simulator does. */
export async function startApi(
  settings: Pick<ApiSettings, 'routes'> & Partial<ApiSettings> & { loaded?: LoadedDesk },
): Promise<ApiOnLoopback> {
  const app = express();
  app.use((_request, response, next) => {
    response.set('X-Request-Id', 'ref-1');
    next();
  });
  const { loaded } = settings;
  app.use(
    '/api/v1',
    createApi({
      signIn: signInToSimulator,
      deskSource: { current: async () => loaded ?? refuse() },
      now: () => new Date('2026-11-23T08:15:00Z'),
      logger: createLogger('silent'),
      strictAnswers: true,
      ...settings,
    }),
  );
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${isInfo(address) ? address.port : 0}/api/v1`;
  return {
    url,
    call: (upn, method, path, body) => call(`${url}${path}`, upn, method, body),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Bytes go as they are with the type that `headers` name; anything else as JSON. */
export async function call(
  url: string,
  upn: string | null,
  method: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> {
  const isRaw = body instanceof Uint8Array;
  const response = await fetch(url, {
    method: method.toUpperCase(),
    headers: {
      ...(upn === null ? {} : { Authorization: `Simulator ${upn}` }),
      ...(body === undefined || isRaw ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json') ?? false;
  return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
}

function refuse(): never {
  throw new Error('this test has no desk');
}

function isInfo(address: unknown): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
