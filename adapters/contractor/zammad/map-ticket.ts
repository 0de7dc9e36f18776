import type { ContractorFile, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { fileMark, messageMark, titleOf } from '../message-mark.ts';
import { cleanText, renderCase } from '../render-case.ts';
import type { ZammadSettings } from './config.ts';

/** A title in Zammad holds 250 characters. */
const longestTitle = 250;

/** The case as a new ticket with its first article. It was filtered before: nothing is taken out here. */
export function mapTicket(ticket: ContractorTicket, settings: ZammadSettings, language: 'sv' | 'en'): object {
  const { case: item, reference } = ticket;
  const title = titleOf(reference, item.title, longestTitle);
  return {
    title,
    group: settings.group,
    customer: settings.customer,
    article: {
      subject: title,
      body: cleanText([...renderCase(ticket, language), '', messageMark(ticket)].join('\n')),
      ...public_,
    },
  };
}

/** What was said later, with its mark. */
export function mapComment(ticketId: number, ticket: ContractorTicket, text: string): object {
  return { ticket_id: ticketId, body: cleanText(`${text}\n${messageMark(ticket)}`), ...public_ };
}

/** A file, with a line that says what it is. */
export function mapFile(ticketId: number, ticket: ContractorTicket, file: ContractorFile): object {
  const data = Buffer.from(file.bytes).toString('base64');
  const attachment = { filename: file.name, data, 'mime-type': file.contentType };
  return {
    ticket_id: ticketId,
    body: cleanText(`${file.name}\n${fileMark(ticket, file)}`),
    attachments: [attachment],
    ...public_,
  };
}

const public_ = { type: 'note', content_type: 'text/plain', internal: false } as const;
