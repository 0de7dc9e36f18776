import { renderText } from '#bot/channels/text/render-text.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import type { Card } from './cards/card.ts';

export type RenderOptions = {
  /** IANA zone of the desk. */
  readonly timezone: string;
  readonly now: Date;
};

/** Exactly one of `text` and `card` is set: Teams splits a message that has both. */
export type RenderedMessage = {
  /** Plain text without markup: to be sent with `textFormat: 'plain'`, so that nothing in it is formatted. */
  readonly text: string | null;
  readonly card: Card | null;
  /** One line for the notification. */
  readonly summary: string;
};

/** Turns any reply into what Teams shows, in the envelope's language. A card is always under 25 kB. */
export function renderReply(envelope: Envelope, options: RenderOptions): RenderedMessage {
  const text = renderText(envelope, options);
  return { text, card: null, summary: text };
}
