import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { contractorMailWords } from '#bot/i18n/contractor-mail.ts';
import { type MailSender, replyAddressOf } from './config.ts';
import { renderBody } from './render-body.ts';
import type { Mail } from './schema.ts';

/** What a mail program shows of a subject without cutting it; more says nothing. */
const longestTitle = 100;

export type MailContext = {
  readonly sender: MailSender;
  readonly to: string;
  /** Null: the case itself. */
  readonly comment: string | null;
  readonly language: 'sv' | 'en';
  readonly at: Date;
};

/** The case, or a comment on it, as a letter. It was filtered before: nothing is taken out here. */
export function mapTicket(
  ticket: ContractorTicket,
  { sender, to, comment, language, at }: MailContext,
): Mail {
  const { number, earlier, unsureTries } = ticket.message;
  const idOf = (n: number) => messageIdOf(ticket.reference, n, sender.domain);
  const references = earlier.map(idOf);
  return {
    from: { name: oneLine(contractorMailWords(language).sender(ticket.deskName)), address: sender.from },
    to,
    replyTo: replyAddressOf(sender, ticket.reference),
    subject: subjectOf(ticket, language),
    text: renderBody(ticket, comment, language),
    messageId: idOf(number),
    inReplyTo: references.at(-1) ?? null,
    references,
    date: at,
    headers: {
      // RFC 3834, and Exchange's own: no machine shall answer.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'X-Vaktis-Case': oneLine(ticket.reference),
      ...(unsureTries > 0 ? { 'X-Vaktis-Possible-Duplicate': String(unsureTries) } : {}),
      ...(ticket.case.priority.level === 'critical' || ticket.case.priority.hazard
        ? { Importance: 'high' }
        : {}),
    },
  };
}

/** The same message has the same id however often it is tried, so that a mail system can drop the second. */
function messageIdOf(reference: string, number: number, domain: string): string {
  return `<${reference.replaceAll(/[^A-Za-z0-9-]/g, '-')}.${number}@${domain}>`;
}

/** The same words for the whole thread: helpdesks sort by them when they drop the headers. */
function subjectOf({ reference, message, case: item }: ContractorTicket, language: 'sv' | 'en'): string {
  const duplicate = message.unsureTries > 0 ? [contractorMailWords(language).possibleDuplicate] : [];
  return [`[${oneLine(reference)}]`, ...duplicate, shorten(oneLine(item.title))].join(' ').trim();
}

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length <= longestTitle ? text : `${letters.slice(0, longestTitle - 1).join('')}…`;
}

/** One line, whatever was written: no break or control character can begin another header. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
