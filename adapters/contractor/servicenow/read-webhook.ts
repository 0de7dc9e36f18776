import type { WebhookCall } from '#bot/handoff/contractor-connector.ts';
import { parseCall } from '../http/parse-call.ts';
import { checkSignature } from '../http/signature.ts';
import { Call } from './schema.ts';

/** Signed as the README's business rule does: HMAC-SHA-256 over the body. @throws NotAllowed; InvalidInput */
export function readWebhook({ headers, body }: WebhookCall, secret: string | null): string[] {
  checkSignature({ header: headers['x-hub-signature'], body }, secret, 'sha256');
  return [parseCall(Call, body).correlation_id];
}
