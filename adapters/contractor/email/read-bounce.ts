import { messageIdsIn } from './find-case.ts';
import type { IncomingMail } from './read-mail.ts';
import { isTokenOf, type Signer } from './reply-address.ts';

/** A letter of ours that could not be delivered. */
export type Bounce = {
  readonly reference: string;
  /** The number of our message; null for a file's. */
  readonly message: number | null;
  /** It carries back what only our own letter had. */
  readonly certain: boolean;
};

/**
 * A report of a failed delivery (RFC 3464), or what older servers write instead. It comes from any server on the way,
 * so nothing tells who wrote it but what it carries back of our letter. Null: it is something else, a delay included.
 */
export function readBounce(mail: IncomingMail, domain: string, signer: Signer): Bounce | null {
  if (!isFailure(mail)) return null;
  const returned = mail.parts
    .filter(({ type }) => type !== 'message/delivery-status')
    .map(({ text }) => text);
  const text = [...returned, mail.text].join('\n');
  const own = /^message-id:\s*(<[^<>\s]{1,300}>)/im.exec(returned.join('\n'))?.[1] ?? '';
  const [id] = [...messageIdsIn(own, domain), ...messageIdsIn(text, domain)];
  if (id === undefined) return null;
  const token = /^x-vaktis-token:\s*([0-9a-f]{20})\s*$/im.exec(text)?.[1];
  const isProved = token !== undefined && isTokenOf(token, id.reference, signer);
  return { reference: id.reference, message: id.number, certain: signer.key === null || isProved };
}

/** Whether it says that something failed, whichever letter it is about. */
export function isFailure({ header, parts, from }: IncomingMail): boolean {
  const reports = parts.filter(({ type }) => type === 'message/delivery-status');
  if (reports.length > 0) return reports.some(({ text }) => /^action:\s*failed\b/im.test(text));
  const isNull = header('return-path').some((value) => /^<\s*>$/.test(value.trim()));
  return isNull && /^(?:mailer-daemon|postmaster)@/.test(from ?? '');
}
