import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { playApi } from '#knowledge/tab/dev/play-api.ts';
import { buildTab } from './built-tab.ts';

export type TabOnLoopback = {
  /** A page of the tab: as whom, where (`/desk/rota`), and how it looks. */
  readonly address: (place: TabPlace) => string;
  readonly close: () => Promise<void>;
};

export type TabPlace = {
  readonly as: string;
  readonly at: string;
  readonly theme?: 'default' | 'dark' | 'contrast';
  readonly language?: 'sv' | 'en';
};

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The built tab with the API played in memory, afresh for every one that is started. */
export async function startTab(
  now = new Date('2026-11-23T08:15:00Z'),
  world: { readonly notes?: number } = {},
): Promise<TabOnLoopback> {
  return serveTab(playApi({ now: () => now, ...world }));
}

type Answering = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The built tab before that API. */
export async function serveTab(answer: Answering): Promise<TabOnLoopback> {
  const dist = await buildTab();
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/api/v1/')) void answer(request, response);
    else void serve(dist, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = isInfo(bound) ? bound.port : 0;
  return {
    address: (place) => addressOf(`http://127.0.0.1:${port}`, place),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function addressOf(origin: string, { as, at, theme = 'default', language = 'sv' }: TabPlace): string {
  const wish = new URLSearchParams({ as: `${as}@ekbacken.example`, theme, lang: language });
  return `${origin}/tab/?${wish}#${at}`;
}

async function serve(dist: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://tab').pathname.replace(/^\/tab\/?/, '');
  const file = path === '' ? 'index.html' : path;
  try {
    const bytes = await readFile(join(dist, file));
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

function isInfo(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}
