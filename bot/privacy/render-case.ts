import type { DialogueLine } from '#bot/handoff/case.ts';

const states: Readonly<Record<string, string>> = {
  new: 'nytt',
  'in-progress': 'pågår',
  'on-hold': 'väntar',
  resolved: 'löst',
  closed: 'avslutat',
  cancelled: 'återtaget',
};

type Readable = {
  readonly number: string;
  readonly state: string;
  readonly category: string;
  readonly siteId: string | null;
  readonly createdAt: Date;
  readonly resolvedAt: Date | null;
  readonly title?: string;
  readonly symptom?: string;
  readonly resolution?: string | null;
  readonly dialogue?: readonly DialogueLine[];
  readonly attachments?: readonly { readonly name: string }[];
  readonly steps?: readonly { readonly at: Date; readonly kind: string }[];
};

/** One case to be read by a person, in Swedish, as Markdown that any editor shows. */
export function renderCase(item: Readable, more: readonly string[] = []): string {
  const parts = [
    `# ${item.number}${item.title ? `: ${line(item.title)}` : ''}`,
    '',
    `- Läge: ${states[item.state] ?? item.state}`,
    `- Sort: ${item.category}`,
    `- Plats: ${item.siteId ?? 'ingen'}`,
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
      (item.steps ?? []).map(({ at, kind }) => `- ${when(at)}: ${kind}`),
    ),
  ];
  return `${parts.join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines.flatMap((one) => [one, ''])];
}

const when = (at: Date) => at.toISOString().slice(0, 16).replace('T', ' ');
const line = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
