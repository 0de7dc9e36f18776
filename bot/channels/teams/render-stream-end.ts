import type { Activity, Entity } from 'botbuilder';
import { boundEnvelope } from '#bot/channels/text/bound-envelope.ts';
import { composedLead } from '#bot/channels/text/say-answer.ts';
import { introduces, isHazardous } from '#bot/channels/text/say-reply.ts';
import { createSpeaker, type Speaker } from '#bot/i18n/speaker.ts';
import type { ComposedAnswer, Sentence } from '#bot/reply/composed-answer.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { besideComposed } from './cards/answer-card.ts';
import type { Card } from './cards/card.ts';
import { frameCard } from './cards/frame-card.ts';
import { escapeMarkdown } from './cards/markdown.ts';
import { type RenderOptions, renderReply } from './render-reply.ts';

/** Teams' own bounds: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bot-messages-ai-generated-content */
const longestName = 80;
const longestAbstract = 160;
const mostCitations = 20;

/** What a streamed answer says so far: its lead, and the sentences that stood the check. */
export function writeStreamed(
  envelope: Envelope,
  sentences: readonly Sentence[],
  options: RenderOptions,
): string {
  const speaker = createSpeaker({ language: envelope.language, ...options });
  const { content } = envelope;
  const lead = content.kind === 'answer' ? [composedLead(content, speaker)] : [];
  const opening = [...openingLines(envelope, speaker), ...lead].map(escapeMarkdown);
  return [...opening, ...sentences.map(withMarks)].join('\n\n');
}

/** Teams matches `[1]` with the citations, so those are no Markdown to escape. */
function withMarks({ text, cites }: Sentence): string {
  return `${escapeMarkdown(text)} ${cites.map((place) => `[${place}]`).join('')}`;
}

function openingLines(envelope: Envelope, { say }: Speaker): string[] {
  return [
    ...(isHazardous(envelope.content) ? [say.answers.safety] : []),
    ...(introduces(envelope) ? [say.talk.introduction] : []),
  ];
}

/**
 * The last activity of a stream, the only one that may hold a card: the model's words with citations, and what to
 * press under them. Without such words, the note as its card, after what was shown already.
 */
export function renderStreamEnd(
  envelope: Envelope,
  shown: readonly Sentence[],
  options: RenderOptions,
): Partial<Activity> {
  const bounded = boundEnvelope(envelope);
  const { content } = bounded;
  const speaker = createSpeaker({ language: envelope.language, ...options });
  if (content.kind !== 'answer' || content.composed === undefined) {
    const { card, summary } = renderReply({ ...envelope, introduce: false }, options);
    const before =
      shown.length > 0
        ? [writeStreamed(envelope, shown, options)]
        : openingLines(envelope, speaker).map(escapeMarkdown);
    const text = [...before, speaker.say.answers.wholeNote];
    const entities = shown.length > 0 ? [labelOf([])] : [];
    return toActivity({ text: text.join('\n\n'), card, summary, entities });
  }
  const { composed } = content;
  const card = frameCard(plain(envelope), speaker, content.note.title, (context) =>
    besideComposed(content, composed, context),
  );
  const text = writeStreamed(bounded, composed.sentences, options);
  return toActivity({ text, card, summary: content.note.title, entities: [labelOf(citationsOf(composed))] });
}

/** Danger and introduction stand in the text: not once more in the card. */
function plain(envelope: Envelope): Envelope {
  const { content } = envelope;
  return content.kind === 'answer'
    ? { ...envelope, introduce: false, content: { ...content, hazard: false } }
    : envelope;
}

function toActivity(parts: {
  text: string;
  card: Card | null;
  summary: string;
  entities: readonly Entity[];
}): Partial<Activity> {
  const { text, card, summary, entities } = parts;
  return {
    type: 'message',
    text,
    textFormat: 'markdown',
    summary,
    entities: [...entities],
    channelData: { feedbackLoop: { type: 'default' } },
    ...(card === null
      ? {}
      : { attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }] }),
  };
}

/** Says that a machine made it, and where each sentence is from. Exactly one in a message. */
export function labelOf(citations: readonly object[]): Entity {
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    additionalType: ['AIGeneratedContent'],
    ...(citations.length === 0 ? {} : { citation: citations }),
  };
}

/** A note has no address that a link could open: its title and beginning are shown. */
function citationsOf({ sources }: ComposedAnswer): object[] {
  return sources.slice(0, mostCitations).map(({ position, title, abstract }) => ({
    '@type': 'Claim',
    position,
    appearance: {
      '@type': 'DigitalDocument',
      name: title.slice(0, longestName),
      abstract: abstract.slice(0, longestAbstract),
    },
  }));
}

/** The label for an answer that is sent whole, as a card. */
export function labelsFor({ content }: Envelope): Entity[] {
  return content.kind === 'answer' && content.composed !== undefined ? [labelOf([])] : [];
}
