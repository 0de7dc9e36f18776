import type { ContractorTicket } from '#bot/handoff/contractor-connector.ts';
import { contractorTicketWords } from '#bot/i18n/contractor-ticket.ts';

/** The filtered case as plain text, for somebody who works in another system: one entry a line. */
export function renderCase({ case: item, siteName }: ContractorTicket, language: 'sv' | 'en'): string[] {
  const words = contractorTicketWords(language);
  const { packet, priority } = item;
  const { requester, site } = packet;
  return [
    ...(priority.hazard ? ['', words.hazard] : []),
    '',
    ...rows([
      [words.priority, words.levels[priority.level] ?? priority.level],
      [words.requester, join([requester.name, requester.title, requester.phone])],
      [words.site, join([siteName ?? site?.name, site?.address, site?.phone])],
      [words.visits, join([site?.visitHours, site?.visitNotes], '; ')],
      [words.device, packet.device],
      [words.since, packet.since],
      [words.affected, packet.affected],
      [words.attachments, packet.attachments.map(({ name }) => name).join(', ')],
      [words.reason, packet.classificationReason],
      [words.withheld, packet.withheld.join(', ')],
    ]),
    ...section(words.symptom, quote(packet.symptom)),
    ...section(words.facts, rows(Object.entries(site?.facts ?? {}))),
    ...section(
      words.tried,
      packet.attempts.map(
        (tried) => `- ${line(tried.noteTitle)}: ${words.outcomes[tried.outcome] ?? tried.outcome}`,
      ),
    ),
    ...section(
      words.dialogue,
      packet.dialogue.map(({ at, name, text }) => `- ${minute(at)} ${line(name)}: ${line(text)}`),
    ),
  ];
}

type Maybe = string | null | undefined;

function join(parts: readonly Maybe[], between = ', '): string {
  return parts.filter(Boolean).join(between);
}

function rows(pairs: readonly (readonly [string, string | null])[]): string[] {
  return pairs.flatMap(([label, value]) => (value ? [`${line(label)}: ${line(value)}`] : []));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines];
}

/** People's words stay as they are, and are seen to be theirs. */
export function quote(text: string): string[] {
  return text.split('\n').map((part) => `> ${part}`);
}

function line(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ');
}

/** The letter does not know the reader's zone, so it says which it uses. */
function minute(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** Control characters have no place in plain text; breaks and tabs stay. */
export function cleanText(text: string): string {
  return text.replaceAll('\r', '').replaceAll(/[^\P{Cc}\n\t]/gu, '');
}
