import type { Card, CardAction, CardElement } from '#bot/channels/teams/cards/card.ts';
import type { RenderedMessage } from '#bot/channels/teams/render-reply.ts';
import { insideOf } from './card-parts.ts';

/** All that a person reads of a message or card, in its order: a line a text, as they stand apart on screen. */
export function wordsShown({ text, card }: Pick<RenderedMessage, 'text' | 'card'>): string {
  return card ? linesOf(card).join('\n') : (text ?? '');
}

function linesOf(card: Card): string[] {
  const { elements, actions } = insideOf(card);
  return [...elements.flatMap(wordsOf), ...actions.map(({ title }: CardAction) => title)];
}

function wordsOf(element: CardElement): string[] {
  switch (element.type) {
    case 'TextBlock':
      return [element.text];
    case 'FactSet':
      return element.facts.map(({ title, value }) => `${title}: ${value}`);
    case 'Input.Text':
    case 'Input.ChoiceSet':
      return [
        element.label ?? '',
        ...('choices' in element ? element.choices.map(({ title }) => title) : []),
      ];
    default:
      return [];
  }
}
