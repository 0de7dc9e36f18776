import { type FailureAbout, OutsideSystemFailed } from '#bot/errors.ts';

/** Answers that waiting may mend. 423: a record that somebody holds open. */
const passing = [408, 409, 423, 425, 429];
/** A peer that asks us to wait a week has lost its way. */
const longestWait = 6 * 60 * 60_000;

/**
 * A refusal as the house knows errors. A server's fault after a call that changes something may have come after
 * the change, so it is ambiguous. The body is not passed on: it may repeat what was sent.
 */
export function refusalOf(
  response: Pick<Response, 'status' | 'headers'>,
  call: { readonly name: string; readonly changes: boolean; readonly mayBeForbidden?: boolean },
  now: Date,
): OutsideSystemFailed {
  const { status } = response;
  const isTheirs = status >= 500;
  return new OutsideSystemFailed(`${call.name} was answered ${status}`, {
    retryable: isTheirs || passing.includes(status),
    // 503 says that it was not taken (RFC 9110 §15.6.4); other faults of theirs may have come afterwards.
    ambiguous: isTheirs && status !== 503 && call.changes,
    retryAfter: parseRetryAfter(response.headers.get('retry-after'), now),
    about: status === 403 && call.mayBeForbidden ? 'item' : aboutOf(status, call.changes),
  });
}

/** A look-up that fails says that the system is away; a change that fails beside look-ups that work may be the case's. */
function aboutOf(status: number, changes: boolean): FailureAbout {
  if (status === 401 || status === 403) return 'sign-in';
  if (status === 429) return 'pace';
  const isSystem = status === 408 || status === 503 || (status >= 500 && !changes);
  return isSystem ? 'system' : 'item';
}

/** No whole answer: refused, cut or silent. Only a connection that never stood is certain to have carried nothing. */
export function noAnswer(
  error: unknown,
  call: { readonly name: string; readonly changes: boolean },
): OutsideSystemFailed {
  const code = codeOf(error);
  return new OutsideSystemFailed(`${call.name} had no answer (${code})`, {
    retryable: true,
    ambiguous: call.changes && !neverStood.includes(code),
  });
}

/** Codes of a connection that was not made. */
const neverStood = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Seconds or an HTTP date (RFC 9110 §10.2.3), in milliseconds; null when it says neither. */
function parseRetryAfter(value: string | null, now: Date): number | null {
  if (value === null) return null;
  const wait = /^\d{1,9}$/.test(value.trim())
    ? Number(value) * 1_000
    : new Date(value).getTime() - now.getTime();
  return Number.isFinite(wait) ? Math.min(Math.max(wait, 0), longestWait) : null;
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError') return 'ETIMEDOUT';
  const { cause } = error;
  const source = cause instanceof Error && 'code' in cause ? cause : error;
  const code = 'code' in source ? source.code : undefined;
  return typeof code === 'string' && /^[A-Z_]+$/.test(code) ? code : 'unknown';
}
