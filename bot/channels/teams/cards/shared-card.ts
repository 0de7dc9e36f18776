import { clip } from '#bot/channels/text/clip.ts';
import { sourceLine } from '#bot/channels/text/say-answer.ts';
import { statusLine } from '#bot/channels/text/say-cases.ts';
import type { Speaker } from '#bot/i18n/speaker.ts';
import type { SharedItem } from '#bot/reply/beyond-chat.ts';
import { noteBody } from './answer-card.ts';
import type { CardElement } from './card.ts';
import { type CardContext, type CardLinks, createCardContext } from './card-context.ts';
import { heading, subtle } from './elements.ts';
import { statusOf } from './status-card.ts';

/** Up to 25 of them come in one answer. */
const largest = 8_000;
const rooms = [1, 0.5, 0.2, 0.05] as const;

/** A case or a note to be read by all in a chat: nothing in it can be pressed. */
export function sharedCard(item: SharedItem, speaker: Speaker, links: CardLinks): object {
  let card = frame(item, createCardContext(speaker, 1, links));
  for (const room of rooms) {
    card = frame(item, createCardContext(speaker, room, links));
    if (Buffer.byteLength(JSON.stringify(card)) < largest) break;
  }
  return card;
}

function frame(item: SharedItem, context: CardContext): object {
  const { text } = previewOf(item, context);
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: context.language,
    fallbackText: text,
    body: item.kind === 'case' ? caseBody(item, context) : noteCardBody(item, context),
  };
}

type Of<Kind> = Extract<SharedItem, { kind: Kind }>;

function caseBody(item: Of<'case'>, context: CardContext): CardElement[] {
  return [subtle(context.say.beyond.search.fromCase), ...statusOf(item.case, context)];
}

function noteCardBody({ note, siteName }: Of<'note'>, context: CardContext): CardElement[] {
  return [
    subtle(context.say.beyond.search.fromNote),
    heading(context.short(note.title, 150)),
    ...noteBody(note, context),
    subtle(context.short(sourceLine(note, siteName, context), 250), { spacing: 'medium', separator: true }),
  ];
}

/** How it stands in the list that is chosen from. */
export function previewOf(item: SharedItem, speaker: Speaker): { title: string; text: string } {
  if (item.kind === 'note') {
    const about = [item.siteName, item.note.asset].filter(Boolean).join(' · ');
    return {
      title: clip(item.note.title, 120, '…'),
      text: clip(about || speaker.say.beyond.search.fromNote, 200, '…'),
    };
  }
  const { number, title, siteName } = item.case;
  const line = [siteName, statusLine(item.case, speaker)].filter(Boolean).join(' · ');
  return {
    title: clip(speaker.say.cases.numberAndTitle(number, title), 120, '…'),
    text: clip(line, 200, '…'),
  };
}
