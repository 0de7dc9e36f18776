import { z } from 'zod';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { isLoopback } from '#bot/settings/loopback.ts';
import { BaseUrl } from '../http/base-url.ts';
import { readSettings } from '../http/read-settings.ts';
import { StateNames } from '../http/states.ts';

/** The mail server and our sender, as bot/settings/mail-settings.ts reads them. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly requireTls: boolean;
  readonly auth: { readonly user: string; readonly pass: string } | null;
};
export type MailSender = { readonly server: MailServer; readonly from: string; readonly domain: string };

/** Milliseconds; the sum stays under the two minutes that a job may take. */
export type MailLimits = {
  /** Until the connection stands, and until the server greets. */
  readonly connect: number;
  /** Longest silence. */
  readonly silence: number;
  /** Everything together, for a server that answers a letter at a time. */
  readonly total: number;
};
export const defaultLimits: MailLimits = { connect: 10_000, silence: 20_000, total: 60_000 };

/** What is read of a mailbox in one look; the next look goes on where this one ended. */
export type ReadLimits = {
  readonly mails: number;
  /** Bytes: of a longer mail its beginning is read, where the words are. */
  readonly bytes: number;
};
export const defaultReadLimits: ReadLimits = { mails: 200, bytes: 2_000_000 };

/** A domain, or one address: whose letters are believed. */
const Sender = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^(?:[^\s@<>,;"]+@)?[a-z0-9å-ÿ-]+(?:\.[a-z0-9å-ÿ-]+)+$/, 'must be a domain or an e-mail address');

/** Where mailboxes take no passwords: who gives the application its token, and for what. */
const OAuth = z.object({
  token_url: BaseUrl,
  client_id: z.string().min(1).max(200),
  scope: z.string().min(1).max(500),
});

/** Where answers are read. */
const Imap = z
  .object({
    host: z.string().regex(/^[A-Za-z0-9.:-]+$/, 'must be a host name'),
    port: z.int().min(1).max(65_535).optional(),
    tls: z.enum(['implicit', 'starttls', 'none']).default('implicit'),
    folder: z
      .string()
      .regex(/^[^\p{Cc}]{1,200}$/u, 'must be the name of a folder')
      .default('INBOX'),
    oauth: OAuth.optional(),
  })
  .refine(({ host, tls }) => tls !== 'none' || isLoopback(host), 'tls: none is for this machine only')
  .transform(({ port, tls, ...rest }) => ({ ...rest, tls, port: port ?? (tls === 'implicit' ? 993 : 143) }));
export type MailboxPlace = z.infer<typeof Imap>;

/** The connector's own settings in desk.yaml. */
export const EmailSettings = z.object({
  /** The language that the contractor reads; the desk's by default. */
  language: z.enum(['sv', 'en']).optional(),
  /** Absent: answers are not read. */
  imap: Imap.optional(),
  /** Absent: only the address that cases are sent to. */
  senders: z.array(Sender).min(1).optional(),
  /** The name that our mail server signs Authentication-Results with (RFC 8601 §2.5). Absent: From is believed. */
  authenticated_by: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9.-]+$/, 'must be a host name')
    .optional(),
  /** Where answers go; the sender by default. */
  reply_to: z.email().optional(),
  /** An address for each case: `vaktis+vk-1042-…@`. */
  plus_addressing: z.boolean().default(false),
  /** Their helpdesk's own notifications are read too, not only what people write. */
  notifications: z.boolean().default(false),
  /** Their words for a state, over the table in states.ts; each a whole sentence or clause. */
  states: StateNames,
});
export type EmailSettings = z.infer<typeof EmailSettings>;

/** @throws OutsideSystemFailed, final: a dispatcher gets the case. */
export function settingsOf(contractor: Contractor): EmailSettings {
  return readSettings(EmailSettings, contractor);
}

/** Whose letters are believed: addresses and domains in lower case. */
export function sendersOf(contractor: Contractor, { senders }: EmailSettings): readonly string[] {
  return senders ?? (contractor.email === null ? [] : [contractor.email.trim().toLowerCase()]);
}

/** One plain address: a list or a name beside it would be somebody else's mail. @throws OutsideSystemFailed */
export function recipientOf(contractor: Contractor): string {
  const address = z.email().safeParse(contractor.email?.trim());
  if (address.success) return address.data;
  throw final(`contractor ${contractor.id} has no usable e-mail address`);
}

function final(message: string): OutsideSystemFailed {
  return new OutsideSystemFailed(message, { retryable: false });
}
