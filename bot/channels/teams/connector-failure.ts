import { z } from 'zod';
import { OutsideSystemFailed } from '#bot/errors.ts';

/** `{"error":{"code":"BotNotInConversationRoster","message":"…"}}` */
const ErrorBody = z.object({ error: z.object({ code: z.string() }) });

/** The Connector refused. The message holds the status and Teams' own code, nothing of what was sent. */
export class ConnectorRefused extends OutsideSystemFailed {
  readonly status: number;
  /** A stream that takes no more: a person stopped it, or it is over for another reason. Null: not about a stream. */
  readonly streamEnd: 'cancelled' | 'over' | null;

  constructor(status: number, body: string, options: ConstructorParameters<typeof OutsideSystemFailed>[1]) {
    const code = readErrorCode(body);
    super(`Teams answered ${status}${code ? ` ${code}` : ''}`, options);
    this.status = status;
    this.streamEnd =
      code === 'ContentStreamNotAllowed' ? (/cancel/i.test(body) ? 'cancelled' : 'over') : null;
  }
}

/** Statuses that Teams documents as passing; 401 heals when the token or the secret is renewed. */
const passing = new Set([401, 408, 412, 429]);

/**
 * What a refusal by the Connector means. 403 BotNotInConversationRoster (the app is not installed) and
 * MessageWritesBlocked (the person blocked it), like every other 4xx, are final.
 */
export function mapConnectorFailure(answer: {
  status: number;
  body: string;
  method: string;
  retryAfter: number | null;
}): ConnectorRefused {
  return new ConnectorRefused(answer.status, answer.body, {
    retryable: answer.status >= 500 || passing.has(answer.status),
    retryAfter: answer.retryAfter,
    ambiguous: answer.status >= 500 && answer.method === 'POST',
  });
}

/** Only the code, and only when it looks like one: the rest may quote what was sent. */
function readErrorCode(body: string): string | null {
  const parsed = ErrorBody.safeParse(parseJson(body));
  if (!parsed.success) return null;
  return /^\w{1,60}$/.test(parsed.data.error.code) ? parsed.data.error.code : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** `Retry-After` in seconds or as a date → milliseconds from now; null when there is none that makes sense. */
export function readRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const seconds = Number(header);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now.getTime();
  return Number.isFinite(wait) && wait >= 0 ? wait : null;
}
