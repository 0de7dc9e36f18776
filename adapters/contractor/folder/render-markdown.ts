import { contractorTicketWords } from '#bot/i18n/contractor-ticket.ts';
import type { FolderTicket } from './schema.ts';

/** The same ticket for people, in Markdown. The words are the desk's language. */
export function renderMarkdown(ticket: FolderTicket, language: 'sv' | 'en'): string {
  const words = contractorTicketWords(language);
  const { requester, site } = ticket;
  const hazard = ticket.priority.hazard ? [`**${words.hazard}**`, ''] : [];
  return [
    `# ${ticket.reference}: ${line(ticket.title)}`,
    '',
    ...hazard,
    ...rows([
      [words.priority, words.levels[ticket.priority.level] ?? ticket.priority.level],
      [words.from, ticket.desk],
      [words.requester, [requester.name, requester.title, requester.phone].filter(Boolean).join(', ')],
      [words.site, site && [site.name, site.address, site.phone].filter(Boolean).join(', ')],
      [words.visits, site && [site.visitHours, site.visitNotes].filter(Boolean).join('; ')],
      [words.device, ticket.device],
      [words.since, ticket.since],
      [words.affected, ticket.affected],
      [words.attachments, ticket.attachments.join(', ')],
      [words.reason, ticket.classificationReason],
      [words.withheld, ticket.withheld.join(', ')],
    ]),
    ...section(words.symptom, quote(ticket.symptom)),
    ...section(words.facts, rows(Object.entries(site?.facts ?? {}))),
    ...section(
      words.tried,
      ticket.attempts.map(({ note, outcome }) => `- ${line(note)}: ${words.outcomes[outcome] ?? outcome}`),
    ),
    ...section(
      words.dialogue,
      ticket.dialogue.map(({ at, name, text }) => `- ${at} ${line(name)}: ${line(text)}`),
    ),
    ...section(
      words.comments,
      ticket.comments.map(({ at, text }) => `- ${at}: ${line(text)}`),
    ),
    '',
  ].join('\n');
}

function rows(pairs: readonly (readonly [string, string | null])[]): string[] {
  return pairs.flatMap(([label, value]) => (value ? [`- ${line(label)}: ${line(value)}`] : []));
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines];
}

/** People's words are quoted as they are; a line break must not make them headings or lists. */
function quote(text: string): string[] {
  return text.split('\n').map((part) => `> ${part}`);
}

function line(text: string): string {
  return text.replace(/\s*\n\s*/g, ' / ');
}
