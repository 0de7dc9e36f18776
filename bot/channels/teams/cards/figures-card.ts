import type { ReplyOf } from '#bot/channels/text/reply-of.ts';
import { saySite, sayWeek } from '#bot/channels/text/say-figures.ts';
import { insightWords } from '#bot/i18n/insights.ts';
import type { CardContext, CardParts } from './card-context.ts';
import { markdownBlock } from './elements.ts';
import { link } from './markdown.ts';
import { plainCard } from './plain-card.ts';

/** Figures in words, and the way to all of them. */
export function figuresCard(
  reply: ReplyOf<'figures-week'> | ReplyOf<'figures-site'>,
  context: CardContext,
): CardParts {
  const words = reply.kind === 'figures-week' ? sayWeek(reply, context) : saySite(reply, context);
  const { body, actions } = plainCard(words, context);
  const url = context.tabUrl('insights');
  const { more } = insightWords(context.language).card;
  return { body: [...body, ...(url === null ? [] : [markdownBlock(link(more, url))])], actions };
}
