import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { messageMark, titleOf } from '../message-mark.ts';
import { cleanText, renderCase } from '../render-case.ts';
import type { TopdeskSettings } from './config.ts';

/** briefDescription holds 80 characters. */
const longestTitle = 80;

/** The case as a new incident. It was filtered before: nothing is taken out here. */
export function mapTicket(
  ticket: ContractorTicket,
  settings: TopdeskSettings,
  language: 'sv' | 'en',
): object {
  const lines = [...renderCase(ticket, language), '', messageMark(ticket)];
  return {
    callerLookup: { id: settings.caller_id },
    briefDescription: titleOf(ticket.reference, ticket.case.title, longestTitle),
    request: toHtml(cleanText(lines.join('\n'))),
    externalNumber: ticket.reference,
  };
}

/** What was said later, with its mark, seen by the caller. */
export function mapComment(ticket: ContractorTicket, text: string): object {
  return { action: toHtml(cleanText(`${text}\n${messageMark(ticket)}`)), actionInvisibleForCaller: false };
}

/** The field takes a little HTML, so people's words are escaped and only our line breaks are tags. */
function toHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}
