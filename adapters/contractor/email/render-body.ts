import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { contractorMailWords } from '#bot/i18n/contractor-mail.ts';
import { cleanText, quote, renderCase } from '../render-case.ts';

/** The letter's text: the filtered case, or what was said later about it. */
export function renderBody(ticket: ContractorTicket, comment: string | null, language: 'sv' | 'en'): string {
  const words = contractorMailWords(language);
  const { reference, deskName } = ticket;
  const content =
    comment === null
      ? [words.newCase(reference, deskName), ...renderCase(ticket, language)]
      : [words.addition(reference, deskName), '', ...quote(comment)];
  const duplicate = ticket.message.unsureTries > 0 ? [words.possibleDuplicateLine, ''] : [];
  return cleanText([...duplicate, ...content, '', '-- ', words.footer(reference), ''].join('\n'));
}
