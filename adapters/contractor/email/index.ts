import type { Contractor } from '#bot/desk/desk-settings.ts';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { ContractorConnector, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { type ConnectorPromises, nothingPromised } from '../promises.ts';
import { createMailClient } from './client.ts';
import { defaultLimits, languageOf, type MailLimits, type MailSender, recipientOf } from './config.ts';
import { mapTicket } from './map-ticket.ts';

export const promises: ConnectorPromises = { ...nothingPromised, commentsOut: true };

/** Gives cases over as letters. A letter cannot be asked for, so a try that may have arrived marks the next one. */
export function createEmailConnector(options: {
  /** Null: no mail server is set, and every case goes to a dispatcher instead. */
  mail: MailSender | null;
  now: () => Date;
  language: 'sv' | 'en';
  limits?: MailLimits;
}): ContractorConnector {
  const write = async (ticket: ContractorTicket, contractor: Contractor, comment: string | null) => {
    const sender = options.mail;
    if (sender === null) throw new OutsideSystemFailed('no mail server is set', { retryable: false });
    const to = recipientOf(contractor);
    const language = languageOf(contractor) ?? options.language;
    const mail = mapTicket(ticket, { sender, to, comment, language, at: options.now() });
    await createMailClient(sender, options.limits ?? defaultLimits).send(mail);
  };
  return {
    async create(ticket, contractor) {
      await write(ticket, contractor, null);
      return { contractorReference: null };
    },
    comment: write,
  };
}
