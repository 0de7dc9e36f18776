import { createHash } from 'node:crypto';
import type { ContractorFile, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { contractorMailWords } from '#bot/i18n/contractor-mail.ts';
import type { MailSender } from './config.ts';
import { type Content, renderBody } from './render-body.ts';
import type { Mail } from './schema.ts';

/** What a mail program shows of a subject without cutting it; more says nothing. */
const longestTitle = 100;

export type MailContext = {
  readonly sender: MailSender;
  readonly to: string;
  /** Where answers go. */
  readonly replyTo: string;
  /** Proves that a letter which comes back was ours; null where no key is set. */
  readonly token: string | null;
  /** Answers are read by the bot. */
  readonly isRead: boolean;
  readonly content: Content;
  readonly language: 'sv' | 'en';
  readonly at: Date;
};

/** The case, or what is said or sent along later, as a letter. It was filtered before: nothing is taken out here. */
export function mapTicket(ticket: ContractorTicket, context: MailContext): Mail {
  const { sender, to, replyTo, content, language, at } = context;
  const { number, earlier } = ticket.message;
  const idOf = (n: number | string) => messageIdOf(ticket.reference, n, sender.domain);
  const references = earlier.map(idOf);
  const file = content.kind === 'file' ? content.file : null;
  return {
    from: { name: oneLine(contractorMailWords(language).sender(ticket.deskName)), address: sender.from },
    to,
    replyTo,
    subject: subjectOf(ticket, language),
    text: renderBody(ticket, content, { language, isRead: context.isRead }),
    messageId: idOf(file === null ? number : fileNumber(file)),
    inReplyTo: references.at(-1) ?? null,
    references,
    date: at,
    headers: headersOf(ticket, context.token),
    attachments: file === null ? [] : [mapFile(file)],
  };
}

function headersOf(
  { reference, message, case: item }: ContractorTicket,
  token: string | null,
): Mail['headers'] {
  const { level, hazard } = item.priority;
  return {
    // RFC 3834, and Exchange's own: no machine shall answer.
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
    'X-Vaktis-Case': oneLine(reference),
    ...(token === null ? {} : { 'X-Vaktis-Token': token }),
    ...(message.unsureTries > 0 ? { 'X-Vaktis-Possible-Duplicate': String(message.unsureTries) } : {}),
    ...(level === 'critical' || hazard ? { Importance: 'high' } : {}),
  };
}

/** A file has no number among the messages: it may go beside the next of them. */
function fileNumber({ id }: ContractorFile): string {
  return `f${createHash('sha256').update(id).digest('hex').slice(0, 12)}`;
}

function mapFile({ name, contentType, bytes }: ContractorFile): Mail['attachments'][number] {
  const isPlain = /^[a-z]+\/[a-z0-9.+-]{1,100}$/i.test(contentType);
  return {
    filename: oneLine(name),
    contentType: isPlain ? contentType : 'application/octet-stream',
    content: bytes,
  };
}

/** The same message has the same id however often it is tried, so that a mail system can drop the second. */
function messageIdOf(reference: string, number: number | string, domain: string): string {
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
