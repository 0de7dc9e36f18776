import { z } from 'zod';
import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';

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

/** The connector's own settings in desk.yaml. */
export const EmailSettings = z.object({
  /** The language that the contractor reads; the desk's by default. */
  language: z.enum(['sv', 'en']).optional(),
});
export type EmailSettings = z.infer<typeof EmailSettings>;

/** @throws OutsideSystemFailed */
export function languageOf(contractor: Contractor): 'sv' | 'en' | null {
  const settings = EmailSettings.safeParse(contractor.settings);
  if (settings.success) return settings.data.language ?? null;
  throw final(`the language of contractor ${contractor.id} is not sv or en`);
}

/** One plain address: a list or a name beside it would be somebody else's mail. @throws OutsideSystemFailed */
export function recipientOf(contractor: Contractor): string {
  const address = z.email().safeParse(contractor.email?.trim());
  if (address.success) return address.data;
  throw final(`contractor ${contractor.id} has no usable e-mail address`);
}

/**
 * Where answers about a case go: so far the sender's own mailbox. An address per case, with a token, comes with
 * the reading of answers.
 */
export function replyAddressOf(sender: MailSender, _reference: string): string {
  return sender.from;
}

function final(message: string): OutsideSystemFailed {
  return new OutsideSystemFailed(message, { retryable: false });
}
