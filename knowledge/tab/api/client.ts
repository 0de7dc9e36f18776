import { ApiFailure, failureOf, isAborted } from './api-failure.ts';

export type Query = Readonly<Record<string, string | number | null | undefined>>;

export type RequestOptions = { readonly query?: Query; readonly signal?: AbortSignal | undefined };

export type ClientPorts = {
  readonly fetch: typeof fetch;
  readonly authorization: (renew: boolean) => Promise<string>;
  readonly language: string;
  /** Whether the server could be reached, after every request. */
  readonly onReach: (reached: boolean) => void;
};

/**
 * The API under /api/v1, typed by bot/web/api/contract. An expired token is renewed once, silently.
 * Every method @throws ApiFailure, or the DOMException of an abort.
 */
export type Client = {
  readonly get: <T>(path: string, options?: RequestOptions) => Promise<T>;
  /** `body` undefined: none is sent. A 204 comes back as null. */
  readonly send: <T>(
    method: 'POST' | 'PUT' | 'DELETE',
    path: string,
    body?: unknown,
    options?: RequestOptions,
  ) => Promise<T>;
  /** Sends a file as it is, with its own content type. */
  readonly upload: <T>(path: string, file: Blob, options?: RequestOptions) => Promise<T>;
  /** A file: an image, the export. */
  readonly download: (path: string, options?: RequestOptions) => Promise<Blob>;
};

const base = '/api/v1';

export function createClient(ports: ClientPorts): Client {
  const call = (path: string, init: RequestInit, options: RequestOptions = {}) =>
    request(ports, `${base}${path}${toSearch(options.query ?? {})}`, {
      ...init,
      signal: options.signal ?? null,
    });
  return {
    get: async (path, options) => readJson(await call(path, { method: 'GET' }, options)),
    send: async (method, path, body, options) =>
      readJson(await call(path, { method, ...jsonBody(body) }, options)),
    upload: async (path, file, options) =>
      readJson(
        await call(path, { method: 'POST', body: file, headers: { 'content-type': file.type } }, options),
      ),
    download: async (path, options) => (await call(path, { method: 'GET' }, options)).blob(),
  };
}

async function request(ports: ClientPorts, url: string, init: RequestInit): Promise<Response> {
  const first = await attempt(ports, url, init, false);
  // The token ran out, maybe in the middle of an edit: a new one is fetched once, and nobody needs to know.
  const response = first.status === 401 ? await attempt(ports, url, init, true) : first;
  if (response.ok) return response;
  throw failureOf(response.status, await response.json().catch(() => null));
}

async function attempt(
  ports: ClientPorts,
  url: string,
  init: RequestInit,
  renew: boolean,
): Promise<Response> {
  const authorization = await ports.authorization(renew).catch(() => {
    throw new ApiFailure({ kind: 'not-signed-in', status: 401 });
  });
  try {
    const response = await ports.fetch(url, {
      ...init,
      headers: { ...headersOf(init), authorization, 'accept-language': ports.language },
    });
    // A gateway answers for a server that is gone.
    ports.onReach(response.status !== 502 && response.status !== 504);
    return response;
  } catch (error) {
    if (isAborted(error)) throw error;
    ports.onReach(false);
    throw new ApiFailure({ kind: 'unreachable', status: 0 });
  }
}

function headersOf(init: RequestInit): Record<string, string> {
  return Object.fromEntries(new Headers(init.headers).entries());
}

function jsonBody(body: unknown): RequestInit {
  if (body === undefined) return {};
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}

/** The one place where the server's word is taken for the contract's type: it checks the same schemas itself. */
async function readJson<T>(response: Response): Promise<T> {
  return response.status === 204 ? JSON.parse('null') : response.json();
}

function toSearch(query: Query): string {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}
