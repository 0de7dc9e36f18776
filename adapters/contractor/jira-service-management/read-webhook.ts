import type { WebhookCall } from '#bot/handoff/contractor-connector.ts';
import { parseCall } from '../http/parse-call.ts';
import { checkSignature } from '../http/signature.ts';
import { referenceIn } from '../message-mark.ts';
import { Call } from './schema.ts';

/** Signed by an admin webhook with a secret: HMAC-SHA-256 over the body. @throws NotAllowed; InvalidInput */
export function readWebhook({ headers, body }: WebhookCall, secret: string | null): string[] {
  checkSignature({ header: headers['x-hub-signature'], body }, secret, 'sha256');
  const reference = referenceIn(parseCall(Call, body).issue.fields.summary);
  return reference === null ? [] : [reference];
}
