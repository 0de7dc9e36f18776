import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { readAccess } from '../http/read-settings.ts';
import type { AccessByContractor } from '../http/rest-options.ts';
import { type ConnectorPromises, nothingPromised } from '../promises.ts';
import { fetchAccessToken } from './access-token.ts';
import { createMailClient } from './client.ts';
import {
  defaultLimits,
  defaultReadLimits,
  type MailboxPlace,
  type MailLimits,
  type MailSender,
  type ReadLimits,
  recipientOf,
  settingsOf,
} from './config.ts';
import { followMailbox, type MailLogger } from './follow.ts';
import type { Mailbox } from './mailbox.ts';
import { mapTicket } from './map-ticket.ts';
import type { Content } from './render-body.ts';
import { replyAddressOf, type Signer, tokenOf } from './reply-address.ts';

export const promises: ConnectorPromises = {
  ...nothingPromised,
  commentsOut: true,
  commentsBack: true,
  files: true,
  status: true,
  news: 'polling',
};

export type EmailOptions = {
  /** Null: no mail server is set, and every case goes to a dispatcher instead. */
  readonly mail: MailSender | null;
  readonly now: () => Date;
  readonly language: 'sv' | 'en';
  /** What signs us in to mailboxes and signs the addresses that answers go to, by contractor id. */
  readonly access: AccessByContractor;
  readonly logger: MailLogger;
  /** The process's by default; for tokens of mailboxes that take no passwords. */
  readonly fetch?: typeof fetch;
  readonly limits?: MailLimits;
  readonly reads?: ReadLimits;
};

/**
 * Gives cases over as letters, and reads the answers. A letter cannot be asked for, so a try that may have arrived
 * marks the next one.
 */
export function createEmailConnector(options: EmailOptions): ContractorConnector {
  const write = async (ticket: ContractorTicket, contractor: Contractor, content: Content) => {
    const sender = senderOf(options);
    const settings = settingsOf(contractor);
    const signer = signerOf(options, contractor);
    const mail = mapTicket(ticket, {
      sender,
      to: recipientOf(contractor),
      replyTo: replyAddressOf(ticket.reference, sender, settings, signer),
      token: tokenOf(ticket.reference, signer),
      isRead: settings.imap !== undefined,
      content,
      language: settings.language ?? options.language,
      at: options.now(),
    });
    await createMailClient(sender, options.limits ?? defaultLimits).send(mail);
  };
  return {
    async create(ticket, contractor) {
      await write(ticket, contractor, { kind: 'case' });
      return { contractorReference: null };
    },
    comment: (ticket, contractor, text) => write(ticket, contractor, { kind: 'comment', text }),
    attach: (ticket, contractor, file) => write(ticket, contractor, { kind: 'file', file }),
    newsFromElsewhere: true,
    async follow(contractor, cases, mark) {
      const settings = settingsOf(contractor);
      if (settings.imap === undefined) return { news: [], mark };
      const { domain } = senderOf(options);
      const signer = signerOf(options, contractor);
      const mailbox = await openMailbox(options, contractor, settings.imap);
      const { language, logger } = options;
      return followMailbox(
        mailbox,
        { mark, now: options.now(), cases },
        { contractor, settings, signer, domain, language, logger },
      );
    },
  };
}

async function openMailbox(
  options: EmailOptions,
  contractor: Contractor,
  place: MailboxPlace,
): Promise<Mailbox> {
  const { user, secret } = readAccess(options.access, contractor, { user: true });
  const { limits = defaultLimits, reads = defaultReadLimits } = options;
  const http = { fetch: options.fetch ?? fetch, now: options.now, timeout: limits.silence };
  const proof = place.oauth
    ? { accessToken: await fetchAccessToken(place.oauth, secret, http) }
    : { pass: secret };
  return { place, auth: { user, ...proof }, limits, reads };
}

function senderOf({ mail }: EmailOptions): MailSender {
  if (mail !== null) return mail;
  throw new OutsideSystemFailed('no mail server is set', { retryable: false });
}

function signerOf({ access }: EmailOptions, { id }: Contractor): Signer {
  return { contractorId: id, key: access.get(id)?.webhookSecret ?? null };
}
