import { createHmac } from 'node:crypto';

/** `sha256=` and the HMAC-SHA256 of exactly the bytes that are sent, in hexadecimal. */
export function sign(body: string, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body, 'utf8').digest('hex')}`;
}
