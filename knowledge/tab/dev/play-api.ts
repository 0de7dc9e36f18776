import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Person, people } from './desk-data.ts';
import { type Answer, type Route, refuse } from './route.ts';
import { createRoutes } from './routes.ts';

export type PlayOptions = {
  /** How many notes there are; the first dozen are written by hand. */
  readonly notes?: number;
  readonly now?: () => Date;
};

/** The API of bot/web/api/README.md in memory, for developing the tab and for its tests. It starts afresh each time. */
export function playApi(options: PlayOptions = {}) {
  const routes = createRoutes({ notes: options.notes ?? 400, now: options.now ?? (() => new Date()) });
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://stand-in');
    const answer = await find(routes, request, url);
    response.statusCode = answer.status;
    if (answer.bytes) {
      response.setHeader('content-type', answer.type ?? 'application/octet-stream');
      response.end(answer.bytes);
      return;
    }
    response.setHeader('content-type', 'application/json');
    response.end(answer.status === 204 ? undefined : JSON.stringify(answer.body ?? null));
  };
}

async function find(routes: readonly Route[], request: IncomingMessage, url: URL): Promise<Answer> {
  const path = url.pathname.replace('/api/v1', '');
  if (path === '/simulator-people') return listPeople(url.searchParams.get('query') ?? '');
  const person = signedIn(request.headers.authorization);
  if (person === null) return refuse(401, 'not-signed-in');
  if (person.roles.every((role) => role === 'staff')) return refuse(403, 'not-allowed');
  for (const route of routes) {
    const params = route.method === request.method ? match(route.path, path) : null;
    if (params === null) continue;
    const contentType = request.headers['content-type'] ?? '';
    const body = await readBody(request, contentType);
    const language = request.headers['accept-language'] === 'en' ? 'en' : 'sv';
    return route.answer({ params, query: url.searchParams, person, contentType, body, language });
  }
  return refuse(404, 'not-found');
}

function listPeople(query: string): Answer {
  const wanted = query.toLowerCase();
  const items = people
    .filter(({ name, title, roles }) => `${name} ${title} ${roles.join(' ')}`.toLowerCase().includes(wanted))
    .map(({ upn, name, title, roles }) => ({ upn, name, title, roles }));
  return { status: 200, body: { items } };
}

function signedIn(authorization: string | undefined): Person | null {
  const upn = /^Simulator (.+)$/.exec(authorization ?? '')?.[1];
  return people.find((person) => person.upn === upn) ?? null;
}

function match(pattern: string, path: string): Record<string, string> | null {
  const names = pattern.split('/');
  const parts = path.split('/');
  if (names.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [index, name] of names.entries()) {
    const part = decodeURIComponent(parts[index] ?? '');
    if (name.startsWith(':')) params[name.slice(1)] = part;
    else if (name !== part) return null;
  }
  return params;
}

async function readBody(request: IncomingMessage, contentType: string): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (!contentType.startsWith('application/json')) return bytes;
  return bytes.length === 0 ? null : JSON.parse(bytes.toString('utf8'));
}
