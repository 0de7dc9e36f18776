import type { Alert, AlertCall } from '#bot/handoff/alert.ts';
import { defaultTimeout, type WebhookSettings } from './config.ts';
import { noAnswer, refusalOf } from './errors.ts';
import { sign } from './sign.ts';

/** Posts each call, signed, to a service that sends an SMS or rings. See README.md for what it receives. */
export function createWebhookAlert(options: {
  settings: WebhookSettings;
  fetch: typeof fetch;
  /** Milliseconds. */
  timeout?: number;
}): Alert {
  const { settings, timeout = defaultTimeout } = options;
  return {
    async raise(call) {
      const body = bodyOf(call);
      const response = await post(options.fetch, settings, { body, key: call.key, timeout });
      // Nothing in it matters; unread it would keep the connection.
      await response.body?.cancel().catch(() => undefined);
      const refusal = refusalOf(response);
      if (refusal !== null) throw refusal;
    },
  };
}

/** The same bytes for every try, so that a receiver may compare them. */
function bodyOf({ key, phone, text, caseNumber, level, at }: AlertCall): string {
  return JSON.stringify({ version: 1, key, phone, text, caseNumber, level, at: at.toISOString() });
}

async function post(
  send: typeof fetch,
  { url, secret }: WebhookSettings,
  { body, key, timeout }: { body: string; key: string; timeout: number },
): Promise<Response> {
  try {
    return await send(url, {
      method: 'POST',
      // A redirect would take a phone number to a place that nobody set.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-vaktis-signature': sign(body, secret),
      },
      body,
    });
  } catch (error) {
    throw noAnswer(error);
  }
}
