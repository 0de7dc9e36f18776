import type { ContractorFile, ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { contractorMailWords } from '#bot/i18n/contractor-mail.ts';
import { cleanText, quote, renderCase } from '../render-case.ts';

/** What a letter is about: the case itself, what was said later, or a file. */
export type Content =
  | { readonly kind: 'case' }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'file'; readonly file: ContractorFile };

type Reader = { readonly language: 'sv' | 'en'; readonly isRead: boolean };

/** The letter's text: the filtered case, or what came later. */
export function renderBody(ticket: ContractorTicket, content: Content, { language, isRead }: Reader): string {
  const words = contractorMailWords(language);
  const { reference } = ticket;
  const duplicate = ticket.message.unsureTries > 0 ? [words.possibleDuplicateLine, ''] : [];
  const footer = isRead ? words.footerRead(reference) : words.footer(reference);
  return cleanText([...duplicate, ...render(ticket, content, language), '', '-- ', footer, ''].join('\n'));
}

function render(ticket: ContractorTicket, content: Content, language: 'sv' | 'en'): string[] {
  const words = contractorMailWords(language);
  const { reference, deskName } = ticket;
  switch (content.kind) {
    case 'case':
      return [words.newCase(reference, deskName), ...renderCase(ticket, language)];
    case 'comment':
      return [words.addition(reference, deskName), '', ...quote(content.text)];
    case 'file':
      return [words.file(reference, content.file.name.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' '))];
  }
}
