import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { messageMark, titleOf } from '../message-mark.ts';
import { cleanText, renderCase } from '../render-case.ts';
import type { ServiceNowSettings } from './config.ts';
import { level } from './states.ts';

/** short_description holds 160 characters. */
const longestTitle = 160;

/** The case as a new incident. It was filtered before: nothing is taken out here. */
export function mapTicket(
  ticket: ContractorTicket,
  settings: ServiceNowSettings,
  language: 'sv' | 'en',
): Record<string, string> {
  const { case: item, reference } = ticket;
  return {
    short_description: titleOf(reference, item.title, longestTitle),
    description: cleanText([...renderCase(ticket, language), '', messageMark(ticket)].join('\n')),
    impact: level[item.priority.impact],
    urgency: level[item.priority.urgency],
    correlation_id: reference,
    correlation_display: settings.display,
    ...(settings.caller !== undefined && { caller_id: settings.caller }),
    ...(settings.assignment_group !== undefined && { assignment_group: settings.assignment_group }),
  };
}

/** What was said later, with its mark. */
export function mapComment(ticket: ContractorTicket, text: string): string {
  return cleanText(`${text}\n${messageMark(ticket)}`);
}
