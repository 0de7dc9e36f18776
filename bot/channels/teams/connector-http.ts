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

type SentRequest = Parameters<HttpClient['sendRequest']>[0];

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
 * Sends the SDK's requests instead of its own pipeline, which waits for ever and sends a POST again after an
 * answer that may have come too late: POST has no idempotency key, so that would be said twice.
 * What Teams refused unread (429, 412) is sent again here, in bounds; a PUT also after a 5xx. Everything else
 * is thrown as OutsideSystemFailed, which the SDK does not retry.
 */
export function createConnectorHttp(ports: ConnectorHttpPorts): HttpClient {
  const pace = ports.pace ?? createPace(() => performance.now());
  return {
    async sendRequest(request) {
      await keepPace(request, pace, ports.wait);
      for (let attempt = 1; ; attempt += 1) {
        const response = await send(request, ports.send ?? ports.fetch);
        const bodyAsText = await readBody(response, request);
        if (response.ok)
          return { request, status: response.status, headers: copyHeaders(response), bodyAsText };
        const retryAfter = readRetryAfter(response.headers.get('retry-after'), ports.now());
        if (attempt >= tries || !mayRepeat(request, response.status) || (retryAfter ?? 0) > longestWait) {
          throw mapConnectorFailure({
            status: response.status,
            body: bodyAsText,
            method: request.method,
            retryAfter,
          });
        }
        await ports.wait(backoff(attempt, retryAfter, ports.random()));
      }
    },
  };
}

/** Longer than this is left to the outbox. */
const longestInLine = 15_000;

/** @throws OutsideSystemFailed when it is not its turn for long; a sign of typing never waits at all. */
async function keepPace(request: SentRequest, pace: Pace, wait: ConnectorHttpPorts['wait']): Promise<void> {
  const conversation = /\/v3\/conversations\/([^/?]+)/.exec(request.url)?.[1];
  if (conversation === undefined) return;
  const pause = pace.reserve(conversation, isTyping(request) ? 0 : longestInLine);
  if (pause === null) {
    const retryAfter = longestInLine;
    throw new OutsideSystemFailed('as much was said there as Teams takes', { retryable: true, retryAfter });
  }
  if (pause > 0) await wait(pause);
}

async function send(request: SentRequest, over: Send): Promise<Answered> {
  try {
    return await over(request.url, {
      method: request.method,
      headers: request.headers.rawHeaders(),
      body: typeof request.body === 'string' ? request.body : null,
      // A redirect could carry the bot's token to another host.
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
  } catch (cause) {
    throw notAnswered(cause, request.method);
  }
}

async function readBody(response: Answered, request: SentRequest): Promise<string> {
  try {
    return await response.text();
  } catch (cause) {
    throw notAnswered(cause, request.method);
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

function mayRepeat(request: SentRequest, status: number): boolean {
  if (isTyping(request)) return false;
  if (status === 429 || status === 412) return true;
  return status >= 500 && request.method === 'PUT';
}

/** A sign of typing that comes late is worse than none. Inside a JSON string the quotes would be escaped. */
function isTyping(request: SentRequest): boolean {
  return typeof request.body === 'string' && request.body.includes('"type":"typing"');
}

/** Milliseconds: what Teams asked for, or 2, 4 s, and up to a quarter more so that many do not come back at once. */
function backoff(attempt: number, retryAfter: number | null, random: number): number {
  const base = retryAfter ?? shortestWait * 2 ** (attempt - 1);
  return Math.min(base * (1 + random / 4), longestWait);
}

function copyHeaders(response: Answered): HttpHeaders {
  return new HttpHeaders(Object.fromEntries(response.headers));
}
