import { toWallClock } from '#bot/desk/local-time.ts';
import type { Case, CaseEvent, DialogueLine } from '#bot/handoff/case.ts';
import { messages } from '#bot/i18n/messages.ts';
import { eventWords, stateWords } from './case-words.ts';

type Readable = {
  readonly number: string;
  readonly state: Case['state'];
  readonly category: Case['category'];
  readonly siteId: string | null;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly title?: string;
  readonly symptom?: string;
  readonly resolution?: string | null;
  readonly dialogue?: readonly DialogueLine[];
  readonly attachments?: readonly { readonly name: string }[];
  readonly steps?: readonly Pick<CaseEvent, 'at' | 'kind'>[];
};

/** What ids are called, and which clock is meant. */
export type PaperNames = { readonly nameOfSite: (id: string) => string; readonly timezone: string };

/** One case to be read by a person, in Swedish, as Markdown that any editor shows. */
export function renderCase(item: Readable, names: PaperNames, more: readonly string[] = []): string {
  const when = (at: Date) => clockOf(at, names.timezone);
  const parts = [
    `# ${item.number}${item.title ? `: ${line(item.title)}` : ''}`,
    '',
    `- Läge: ${stateWords[item.state]}`,
    `- Gäller: ${messages('sv').words.category[item.category]}`,
    `- Plats: ${item.siteId === null ? 'ingen' : names.nameOfSite(item.siteId)}`,
    `- Anmält: ${when(item.createdAt)}`,
    `- Löst: ${item.resolvedAt === null ? 'nej' : when(item.resolvedAt)}`,
    ...more,
    ...section('Felet', item.symptom ? [item.symptom] : []),
    ...section('Lösningen', item.resolution ? [item.resolution] : []),
    ...section(
      'Samtalet',
      (item.dialogue ?? []).map(({ at, name, text }) => `**${line(name)}** (${when(at)}): ${text}`),
    ),
    ...section(
      'Filer',
      (item.attachments ?? []).map(({ name }) => `- ${line(name)}`),
    ),
    ...section(
      'Vad som hände',
      (item.steps ?? []).map(({ at, kind }) => `- ${when(at)}: ${eventWords[kind]}`),
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.flatMap((one) => [one, ''])];
}

/** As the clock on the wall of the desk's own zone. */
function clockOf(at: Date, timezone: string): string {
  const { year, month, day, hour, minute } = toWallClock(at, timezone);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)} ${two(hour)}.${two(minute)}`;
}

const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
