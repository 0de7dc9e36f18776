import { introduces, isHazardous } from '#bot/channels/text/say-reply.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import type { Card, CardElement } from './card.ts';
import { type CardContext, type CardLinks, type CardParts, createCardContext } from './card-context.ts';
import { box, paragraph } from './elements.ts';

/** Under the 25 kB that we allow a card; Teams itself refuses a message of about 100 kB in UTF-16. */
const largestCard = 24_000;
/** From all that the card would like to say down to hardly anything. */
const rooms = [1, 0.6, 0.35, 0.2, 0.1, 0.05, 0.02] as const;

/** Null: the reply is no card. */
type Maker = (context: CardContext) => CardParts | null;

/**
 * Puts a card's parts into the envelope that Teams wants, safety line and introduction first.
 * A card that became too big is made again with less room for long texts, which then say that they are shortened.
 */
export function frameCard(
  envelope: Envelope,
  speaker: Speaker,
  fallback: string,
  make: Maker,
  links?: CardLinks,
): Card | null {
  let card: Card | null = null;
  for (const room of rooms) {
    const context = createCardContext(speaker, room, links);
    const parts = make(context);
    if (parts === null) return null;
    card = frame(envelope, context, fallback, parts);
    if (sizeOf(card) < largestCard) break;
  }
  return card;
}

function frame(envelope: Envelope, context: CardContext, fallback: string, parts: CardParts): Card {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: envelope.language,
    fallbackText: context.short(fallback, 1500),
    speak: context.short(speakable(fallback.slice(0, 2000)), 500),
    body: [...opening(envelope, context), ...parts.body],
    ...(parts.actions.length > 0 ? { actions: parts.actions } : {}),
  };
}

function opening(envelope: Envelope, { say }: Speaker): CardElement[] {
  const safety = paragraph(say.answers.safety, { weight: 'bolder' });
  return [
    ...(isHazardous(envelope.content) ? [box('attention', [safety])] : []),
    ...(introduces(envelope) ? [paragraph(say.talk.introduction)] : []),
  ];
}

/** May be read as SSML, so nothing may look like a tag. */
function speakable(text: string): string {
  return text
    .replace(/[<>&]/g, ' ')
    .replace(/[•\n]+\s*/g, '. ')
    .replace(/([.:!?])\. /g, '$1 ');
}

function sizeOf(card: Card): number {
  return Buffer.byteLength(JSON.stringify(card));
}
