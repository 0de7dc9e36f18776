import { describe, expect, test } from 'vitest';
import type { CardJson } from '#bot/channels/simulator/chat.ts';
import { checkCard } from '#bot/channels/simulator/check-card.ts';
import { renderReply } from '#bot/channels/teams/render-reply.ts';
import { everyReply } from '../support/every-reply.ts';

const options = { timezone: 'Europe/Stockholm', now: new Date('2026-11-23T08:15:00Z') };

describe('what the simulator says to the cards of the bot', () => {
  const cards = Object.entries(everyReply).flatMap(([name, content]) =>
    (['sv', 'en'] as const).flatMap((language) => {
      const { card } = renderReply({ language, introduce: true, content }, options);
      return card
        ? [{ name: `${name} in ${language}`, card: JSON.parse(JSON.stringify(card)) as CardJson }]
        : [];
    }),
  );

  test.each(cards)('$name is taken, without a remark', ({ card }) => {
    expect(checkCard(card)).toEqual({ refusal: null, remarks: [] });
  });

  test('a language that is none is refused, the same one twice alike', () => {
    const card = { type: 'AdaptiveCard', version: '1.5', body: [], lang: 'svenska' };
    const fine = { ...card, lang: 'sv' };

    expect(checkCard(card).refusal).toEqual({ code: 'BadCard', detail: 'lang' });
    expect([checkCard(fine).refusal, checkCard(fine).refusal]).toEqual([null, null]);
  });
});
