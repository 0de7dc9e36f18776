import { type HttpClient, HttpHeaders } from 'botbuilder-stdlib/lib/azureCoreHttpCompat.js';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { mapConnectorFailure, readRetryAfter } from './connector-failure.ts';
import { createPace, type Pace } from './pace.ts';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** As much of fetch's answer as is used. */
export type Answered = {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null } & Iterable<[string, string]>;
  text(): Promise<string>;
};

/** One request over the network; `signal` ends it. Follows no redirect. */
export type Send = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string | null;
    readonly redirect: 'error';
    readonly signal: AbortSignal;
  },
) => Promise<Answered>;

export type ConnectorHttpPorts = {
  readonly fetch: Fetch;
  /** What sends to Teams. Default: `fetch`. */
  readonly send?: Send;
  readonly now: () => Date;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** How fast may be sent. Default: as Teams says, by this machine's steady clock. */
  readonly pace?: Pace;
};

/** One request to the Connector; the body is JSON. */
export type ConnectorRequest = {
  readonly url: string;
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
};

export type ConnectorAnswer = {
  readonly status: number;
  readonly headers: Answered['headers'];
  readonly body: string;
};

/** @throws OutsideSystemFailed for every answer that is not a yes, and for none. */
export type ConnectorCall = (request: ConnectorRequest) => Promise<ConnectorAnswer>;

/** Longer than any send that Teams takes, shorter than the 15 s after which it sends an activity anew. */
const timeoutMilliseconds = 10_000;
/**
 * Teams asks for 2–20 s with jitter: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 * Somebody may be waiting for this turn, so a longer wait is left to the outbox, which has all the time.
 */
const shortestWait = 2_000;
const longestWait = 5_000;
const tries = 3;

/**
 * Sends instead of the SDK's own pipeline, which waits for ever and sends a POST again after an
 * answer that may have come too late: POST has no idempotency key, so that would be said twice.
 * What Teams refused unread (429, 412) is sent again here, in bounds; a PUT also after a 5xx. Everything else
 * is thrown as OutsideSystemFailed, which the SDK does not retry.
 */
export function createConnectorCall(ports: ConnectorHttpPorts): ConnectorCall {
  const pace = ports.pace ?? createPace(() => performance.now());
  return async (request) => {
    await keepPace(request, pace, ports.wait);
    for (let attempt = 1; ; attempt += 1) {
      const { ok, status, headers, body } = await send(request, ports.send ?? ports.fetch);
      if (ok) return { status, headers, body };
      const retryAfter = readRetryAfter(headers.get('retry-after'), ports.now());
      if (attempt >= tries || !mayRepeat(request, status) || (retryAfter ?? 0) > longestWait) {
        throw mapConnectorFailure({ status, body, method: request.method, retryAfter });
      }
      await ports.wait(backoff(attempt, retryAfter, ports.random()));
    }
  };
}

/** For what the SDK sends itself. */
export function createConnectorHttp(call: ConnectorCall): HttpClient {
  return {
    async sendRequest(request) {
      const { url, method } = request;
      // The SDK would take a packed answer; what sends here does not unpack any.
      request.headers.remove('accept-encoding');
      const given = request.headers.rawHeaders();
      const written = typeof request.body === 'string' ? request.body : null;
      const { status, headers, body } = await call({ url, method, headers: given, body: written });
      return { request, status, headers: new HttpHeaders(Object.fromEntries(headers)), bodyAsText: body };
    },
  };
}

/** Longer than this is left to the outbox. */
const longestInLine = 15_000;

/** @throws OutsideSystemFailed when it is not its turn for long; a sign of typing never waits at all. */
async function keepPace(
  request: ConnectorRequest,
  pace: Pace,
  wait: ConnectorHttpPorts['wait'],
): Promise<void> {
  const conversation = /\/v3\/conversations\/([^/?]+)/.exec(request.url)?.[1];
  if (conversation === undefined) return;
  const pause = pace.reserve(conversation, isTyping(request) ? 0 : longestInLine);
  if (pause === null) {
    const retryAfter = longestInLine;
    throw new OutsideSystemFailed('as much was said there as Teams takes', { retryable: true, retryAfter });
  }
  if (pause > 0) await wait(pause);
}

/** With a timer that ends with the answer: AbortSignal.timeout's would live on for all of its time. */
async function send(
  { url, method, headers, body }: ConnectorRequest,
  over: Send,
): Promise<Pick<Answered, 'ok' | 'status' | 'headers'> & { readonly body: string }> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new Error('no answer in time')), timeoutMilliseconds);
  try {
    // A redirect could carry the bot's token to another host.
    const answered = await over(url, { method, headers, body, redirect: 'error', signal: limit.signal });
    return {
      ok: answered.ok,
      status: answered.status,
      headers: answered.headers,
      body: await answered.text(),
    };
  } catch (cause) {
    throw notAnswered(cause, method);
  } finally {
    clearTimeout(timer);
  }
}

const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** Without the cause's own message: it may quote the address, and a `code` on it would make the SDK try again. */
function notAnswered(cause: unknown, method: string): OutsideSystemFailed {
  const ambiguous = method === 'POST' && !neverSent.has(readCode(cause));
  return new OutsideSystemFailed('Teams did not answer', { retryable: true, ambiguous, cause });
}

/** fetch hides the socket's error code one level down. */
function readCode(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const { cause } = error;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : '';
}

function mayRepeat(request: ConnectorRequest, status: number): boolean {
  if (isTyping(request)) return false;
  if (status === 429 || status === 412) return true;
  return status >= 500 && request.method === 'PUT';
}

/** A sign of typing that comes late is worse than none. Inside a JSON string the quotes would be escaped. */
function isTyping({ body }: ConnectorRequest): boolean {
  return body?.includes('"type":"typing"') === true;
}

/** Milliseconds: what Teams asked for, or 2, 4 s, and up to a quarter more so that many do not come back at once. */
function backoff(attempt: number, retryAfter: number | null, random: number): number {
  const base = retryAfter ?? shortestWait * 2 ** (attempt - 1);
  return Math.min(base * (1 + random / 4), longestWait);
}
