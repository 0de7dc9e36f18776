import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { botAppId, tenantId } from './activities.ts';

export type GraphUserRow = Readonly<Record<string, unknown>>;

/** What Graph does with the next question for a page; then it answers. */
export type PageBehaviour =
  | { readonly kind: 'wait'; readonly status: 429 | 503; readonly retryAfter?: string }
  | { readonly kind: 'refuse'; readonly status: number }
  | { readonly kind: 'cut' }
  | { readonly kind: 'body'; readonly body: unknown };

export const tenant = tenantId;
export const app = { id: botAppId, secret: 'right-secret-of-the-app' };

/** Entra and Graph, played on this machine: they know one tenant with one app. */
export async function startMicrosoft() {
  const state = {
    users: [] as GraphUserRow[],
    pageSize: 2,
    next: [] as PageBehaviour[],
    /** AADSTS number that every right question is refused with. */
    refuses: null as number | null,
    /** Application ID URIs that are registered; Graph and the Bot Framework always are. */
    resources: [] as string[],
    /** Milliseconds by which their clock is ahead. */
    ahead: 0,
    tokens: 0,
    asked: [] as string[],
  };
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(Date.now() + state.ahead).toUTCString());
    void route(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function route(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? '';
    state.asked.push(`${request.method} ${path}`);
    if (path.endsWith('/oauth2/v2.0/token')) return giveToken(request, response, path.split('/')[1] ?? '');
    if (path.endsWith('/discovery/v2.0/keys')) {
      const known = path.startsWith(`/${tenant}/`);
      return answer(response, known ? 200 : 400, known ? { keys: [{ kid: 'k1', kty: 'RSA' }] } : {});
    }
    if (path.startsWith('/v1.0/users')) return givePage(request, response, path);
    return answer(response, 404, {});
  }

  async function giveToken(request: IncomingMessage, response: ServerResponse, asked: string) {
    const form = new URLSearchParams(await text(request));
    const resource = (form.get('scope') ?? '').replace(/\/\.default$/, '');
    const isKnown = /^http|^https:\/\/api\.botframework/.test(resource) || state.resources.includes(resource);
    const refusal =
      asked !== tenant
        ? 90002
        : form.get('client_id') !== app.id
          ? 700016
          : form.get('client_secret') !== app.secret
            ? 7000215
            : (state.refuses ?? (isKnown ? null : 500011));
    if (refusal !== null) {
      return answer(response, refusal === 90002 ? 400 : 401, {
        error: 'invalid_client',
        error_description: `AADSTS${refusal}: refused app '${form.get('client_id')}' trace 1-2-3`,
        error_codes: [refusal],
      });
    }
    state.tokens += 1;
    return answer(response, 200, {
      access_token: `token-${state.tokens}`,
      expires_in: 3599,
      token_type: 'Bearer',
    });
  }

  function givePage(request: IncomingMessage, response: ServerResponse, path: string) {
    const behaviour = state.next.shift();
    if (behaviour?.kind === 'cut') return response.destroy();
    if (behaviour?.kind === 'refuse') return answer(response, behaviour.status, {});
    if (behaviour?.kind === 'body') return answer(response, 200, behaviour.body);
    if (behaviour?.kind === 'wait') {
      if (behaviour.retryAfter !== undefined) response.setHeader('retry-after', behaviour.retryAfter);
      return answer(response, behaviour.status, {});
    }
    if (request.headers.authorization !== `Bearer token-${state.tokens}`) return answer(response, 401, {});
    const from = Number(new URL(path, url).searchParams.get('$skiptoken') ?? 0);
    const after = from + state.pageSize;
    const next =
      after < state.users.length ? { '@odata.nextLink': `${url}/v1.0/users?$skiptoken=${after}` } : {};
    return answer(response, 200, { value: state.users.slice(from, after), ...next });
  }

  return {
    url,
    state,
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

export type Microsoft = Awaited<ReturnType<typeof startMicrosoft>>;

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

/** One row of Graph's /users. */
export function graphUser(name: string, fields: GraphUserRow = {}): GraphUserRow {
  return {
    id: `0000${name.length}000-0000-4000-8000-${[...name]
      .map((c) => c.charCodeAt(0).toString(16))
      .join('')
      .slice(0, 12)
      .padEnd(12, '0')}`,
    userPrincipalName: `${name}@ekbacken.example`,
    displayName: name,
    department: null,
    officeLocation: null,
    accountEnabled: true,
    userType: 'Member',
    ...fields,
  };
}
