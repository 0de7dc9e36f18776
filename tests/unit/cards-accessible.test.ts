import { describe, expect, it } from 'vitest';
import type { CardElement } from '#bot/channels/teams/cards/card.ts';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { inputsOf, insideOf, titlesOf } from '../support/card-parts.ts';
import { everyReply } from '../support/every-reply.ts';
import { envelope, stockholm } from '../support/replies.ts';

const cards = (['sv', 'en'] as const).flatMap((language) =>
  Object.entries(everyReply).flatMap(([name, content]) => {
    const { card } = renderReply(envelope(content, { language }), stockholm);
    return card ? [{ name: `${name}, ${language}`, language, card }] : [];
  }),
);

/** What is said by a colour; WCAG 1.4.1 wants it said in words too. */
function isColoured(element: CardElement): boolean {
  if (element.type === 'Container') return (element.style ?? 'default') !== 'default';
  return element.type === 'TextBlock' && (element.color ?? 'default') !== 'default';
}

const hasWords = (element: CardElement): boolean => {
  if (element.type === 'TextBlock') return /[\p{L}\d]/u.test(element.text);
  if (element.type === 'Container') return element.items.some(hasWords);
  if (element.type === 'ColumnSet') return element.columns.some(({ items }) => items.some(hasWords));
  return element.type === 'FactSet';
};

describe('every card', () => {
  it('is there to look at', () => {
    expect(cards.length).toBeGreaterThan(150);
    expect(cards.some(({ card }) => inputsOf(card).length > 0)).toBe(true);
    expect(cards.some(({ card }) => insideOf(card).elements.some(isColoured))).toBe(true);
  });

  it.each(cards)('$name: has its language, and words for whoever does not see it', ({ card, language }) => {
    expect(card.lang).toBe(language);
    expect(card.speak.trim()).not.toBe('');
    expect(card.fallbackText.trim()).not.toBe('');
  });

  it.each(cards)('$name: says in words what a colour says', ({ card }) => {
    expect(
      insideOf(card)
        .elements.filter(isColoured)
        .filter((one) => !hasWords(one)),
    ).toEqual([]);
  });

  it.each(cards)('$name: names every input, its fault, every picture and every button', ({ card }) => {
    for (const { label, errorMessage } of inputsOf(card)) {
      expect(label.trim()).not.toBe('');
      expect(errorMessage.trim()).not.toBe('');
    }
    const pictures = insideOf(card).elements.filter((one) => one.type === 'Image');
    for (const { altText } of pictures) expect(altText.trim()).not.toBe('');
    expect(titlesOf(card).filter((title) => !/\p{L}/u.test(title))).toEqual([]);
  });

  it.each(cards)('$name: calls a button otherwise than what it is folded behind', ({ card }) => {
    const folds = insideOf(card).actions.filter((action) => action.type === 'Action.ShowCard');
    for (const { title, card: inner } of folds)
      expect((inner.actions ?? []).map((action) => action.title)).not.toContain(title);
  });
});
