import { createHmac, timingSafeEqual } from 'node:crypto';
import { NotAllowed } from '#bot/errors.ts';

/**
 * Checks `X-Hub-Signature: <algorithm>=<hex>` over the bytes as they came. Compared in constant time.
 * @throws NotAllowed
 */
export function checkSignature(
  { header, body }: { readonly header: string | undefined; readonly body: Uint8Array },
  secret: string | null,
  algorithm: 'sha256' | 'sha1',
): void {
  if (secret === null) throw new NotAllowed('no webhook secret is set for this contractor');
  const expected = Buffer.from(`${algorithm}=${createHmac(algorithm, secret).update(body).digest('hex')}`);
  const given = Buffer.from(header ?? '');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new NotAllowed('the signature of the call is not right');
  }
}
