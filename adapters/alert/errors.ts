import { OutsideSystemFailed } from '#bot/errors.ts';

/** Answers that another try may change; every other 3xx and 4xx is a refusal. */
const passing = [408, 425, 429];
/** Longer than this nobody who sleeps can wait for a call. */
const longestWait = 60_000;

/** Null when the call was taken: 2xx, or 409 for a key that the other side has already. */
export function refusalOf(response: Response): OutsideSystemFailed | null {
  const { status } = response;
  if (response.ok || status === 409) return null;
  const retryable = status >= 500 || passing.includes(status);
  return new OutsideSystemFailed(`the alert's webhook answered ${status}`, {
    retryable,
    retryAfter: retryable ? waitOf(response) : null,
  });
}

/** No answer: it may have been taken all the same, and the key keeps it from being acted on twice. */
export function noAnswer(error: unknown): OutsideSystemFailed {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  return new OutsideSystemFailed(
    `the alert's webhook did not answer (${isTimeout ? 'timeout' : codeOf(error)})`,
    {
      retryable: true,
      ambiguous: true,
    },
  );
}

/** Seconds only: a date would need a clock, and nobody sends one here. */
function waitOf(response: Response): number | null {
  const seconds = /^\d{1,6}$/.exec(response.headers.get('retry-after') ?? '')?.[0];
  return seconds === undefined ? null : Math.min(Number(seconds) * 1000, longestWait);
}

/** `ECONNREFUSED` and the like; the words of such an error may hold the address and its key. */
function codeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : null;
  const hasCode = cause instanceof Error && 'code' in cause && typeof cause.code === 'string';
  return hasCode ? (/^[A-Z_]+$/.exec(String(cause.code))?.[0] ?? 'unknown') : 'unknown';
}
