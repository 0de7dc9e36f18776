import { z } from 'zod';
import { createHttpClient, type HttpOptions } from '../http/client.ts';
import type { MailboxPlace } from './config.ts';

/** The field that is used of a token's answer (RFC 6749 §5.1). */
const Answer = z.object({ access_token: z.string().min(1).max(20_000) });

/**
 * Signs in as an application (RFC 6749 §4.4), where mailboxes take no passwords. A token lives longer than a look, and
 * is asked for anew at each. @throws OutsideSystemFailed
 */
export async function fetchAccessToken(
  { token_url, client_id, scope }: NonNullable<MailboxPlace['oauth']>,
  clientSecret: string,
  http: HttpOptions,
): Promise<string> {
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id,
    client_secret: clientSecret,
    scope,
  });
  const { access_token } = await createHttpClient(token_url, {}, http).call({
    name: 'asking for the mailbox’s token',
    method: 'POST',
    path: '',
    body: { bytes: Buffer.from(form.toString()), type: 'application/x-www-form-urlencoded' },
    answer: Answer,
    asksOnly: true,
  });
  return access_token;
}
