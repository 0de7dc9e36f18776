import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { messageMark, titleOf } from '../message-mark.ts';
import { cleanText, renderCase } from '../render-case.ts';
import type { JiraSettings } from './config.ts';

/** A summary in Jira holds 255 characters, in one line. */
const longestTitle = 250;
/** A text field in Jira holds 32,767 characters. */
const longestText = 32_000;

/** The case as a new request. It was filtered before: nothing is taken out here. */
export function mapTicket(ticket: ContractorTicket, settings: JiraSettings, language: 'sv' | 'en'): object {
  const lines = [...renderCase(ticket, language), '', messageMark(ticket)];
  return {
    serviceDeskId: settings.service_desk_id,
    requestTypeId: settings.request_type_id,
    requestFieldValues: {
      summary: titleOf(ticket.reference, ticket.case.title, longestTitle),
      description: bound(escapeWiki(cleanText(lines.join('\n')))),
    },
  };
}

/** What was said later, with its mark. */
export function mapComment(ticket: ContractorTicket, text: string): object {
  return { body: bound(escapeWiki(cleanText(`${text}\n${messageMark(ticket)}`))), public: true };
}

/**
 * Jira reads wiki markup: braces begin a macro, and square brackets a link. A link in somebody's words must stay
 * words; our mark is written so that it stays readable.
 */
function escapeWiki(text: string): string {
  return text.replaceAll(/[{}]/g, String.raw`\$&`).replaceAll(/\[(?![A-Z]+-\d+[\]/])/g, String.raw`\[`);
}

function bound(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}
