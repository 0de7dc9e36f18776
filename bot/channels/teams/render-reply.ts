import { boundEnvelope } from '#bot/channels/text/bound-envelope.ts';
import { clip } from '#bot/channels/text/clip.ts';
import { renderText } from '#bot/channels/text/render-text.ts';
import { isHazardous, sayReply } from '#bot/channels/text/say-reply.ts';
import { createSpeaker, type Speaker } from '#bot/i18n/speaker.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import type { Card } from './cards/card.ts';
import { frameCard } from './cards/frame-card.ts';
import { makeCard } from './cards/make-card.ts';

export type RenderOptions = {
  /** IANA zone of the desk. */
  readonly timezone: string;
  readonly now: Date;
  /** Where Teams can fetch a note's picture, by its name; absent: it cannot, and cards have none. */
  readonly pictureUrl?: (name: string) => string | null;
  /** Where the tab opens a note, by its id; absent: cards do not link to it. */
  readonly noteUrl?: (noteId: string) => string | null;
  /** Where the tab opens one of its areas; absent: cards do not link to it. */
  readonly tabUrl?: (area: string) => string | null;
  /** Where whoever has a case opens a file of it, by its id; absent: nowhere. */
  readonly fileUrl?: (id: string) => string | null;
};

/** Exactly one of `text` and `card` is set: Teams splits a message that has both. */
export type RenderedMessage = {
  /** Plain text without markup: to be sent with `textFormat: 'plain'`, so that nothing in it is formatted. */
  readonly text: string | null;
  readonly card: Card | null;
  /** One line for the notification. */
  readonly summary: string;
};

const longestSummary = 150;

/** Turns any reply into what Teams shows, in the envelope's language. A card is always under 25 kB. */
export function renderReply(envelope: Envelope, options: RenderOptions): RenderedMessage {
  const bounded = boundEnvelope(envelope);
  const { timezone, now } = options;
  const speaker = createSpeaker({ language: envelope.language, timezone, now });
  const text = renderText(bounded, options);
  const card = frameCard(bounded, speaker, text, (context) => makeCard(bounded.content, context), options);
  return { text: card ? null : text, card, summary: summarise(bounded, speaker) };
}

function summarise(envelope: Envelope, speaker: Speaker): string {
  const { title, lines } = sayReply(envelope, speaker);
  const said = isHazardous(envelope.content) ? speaker.say.answers.safety : (title ?? lines[0] ?? 'Vaktis');
  return clip(said.replace(/\s+/g, ' '), longestSummary, '…');
}
