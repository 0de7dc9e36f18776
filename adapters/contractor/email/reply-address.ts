import { createHmac, timingSafeEqual } from 'node:crypto';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { EmailSettings, MailSender } from './config.ts';

/** RFC 5321 §4.5.3.1.1. */
const longestLocalPart = 64;
/** 80 bits in hexadecimal. */
const tokenLength = 20;

/** What proves that something is about a case of ours. `key`: null where none is set, and nothing can be proved. */
export type Signer = { readonly contractorId: string; readonly key: string | null };

/** Cannot be guessed, and is the same for the whole case. Null without a key. */
export function tokenOf(reference: string, { contractorId, key }: Signer): string | null {
  if (key === null) return null;
  const text = `vaktis reply\n${contractorId}\n${reference.toUpperCase()}`;
  return createHmac('sha256', key).update(text).digest('hex').slice(0, tokenLength);
}

export function isTokenOf(token: string, reference: string, signer: Signer): boolean {
  const expected = tokenOf(reference, signer);
  const given = Buffer.from(token.toLowerCase());
  return expected !== null && given.length === tokenLength && timingSafeEqual(given, Buffer.from(expected));
}

/**
 * Where answers about a case go: an address of its own where that is set up, else the common one.
 * @throws OutsideSystemFailed when it is set up without a key
 */
export function replyAddressOf(
  reference: string,
  sender: MailSender,
  settings: Pick<EmailSettings, 'reply_to' | 'plus_addressing'>,
  signer: Signer,
): string {
  const common = settings.reply_to ?? sender.from;
  if (!settings.plus_addressing) return common;
  const token = tokenOf(reference, signer);
  if (token === null) {
    const message = `plus_addressing of contractor ${signer.contractorId} needs its _WEBHOOK_SECRET: see .env.example`;
    throw new OutsideSystemFailed(message, { retryable: false });
  }
  const { local, domain } = split(common);
  const whole = `${local}+${reference.toLowerCase()}-${token}`;
  return whole.length > longestLocalPart ? common : `${whole}@${domain}`;
}

/** The reference that an address of ours carries, when its token is right; null for any other address. */
export function referenceOfAddress(address: string, signer: Signer): string | null {
  const [, reference, token] = /\+([a-z]{1,10}-\d{1,12})-([0-9a-f]{20})@/i.exec(address) ?? [];
  if (reference === undefined || token === undefined) return null;
  return isTokenOf(token, reference, signer) ? reference.toUpperCase() : null;
}

function split(address: string): { local: string; domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, at), domain: address.slice(at + 1) };
}
