import { describe, expect, it } from 'vitest';
import type { TurnResult } from '#bot/conversation/turn-result.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { startBot } from './bot-on-loopback.ts';
import { connectorOfAllTests } from './teams-side.ts';

const { connector, build } = connectorOfAllTests();

const taken: Envelope = {
  language: 'sv',
  introduce: false,
  content: { kind: 'press-outcome', outcome: 'done', caseNumber: 'V-7', by: null },
};
const asCard = (envelope: Envelope) => ({
  text: null,
  card: {
    type: 'AdaptiveCard' as const,
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5' as const,
    lang: envelope.language,
    fallbackText: 'Taget',
    speak: 'Taget',
    body: [],
  },
  summary: 'Taget',
});
const asText = () => ({ text: 'Ärendet är ditt.', card: null, summary: 'Ärendet är ditt.' });

describe('a press on a card', () => {
  it.each([
    [
      'execute-press',
      {
        verb: 'accept',
        caseId: 'case-1',
        offerId: 'offer-1',
        reportId: null,
        noteId: null,
        value: null,
        text: null,
      },
    ],
    [
      'submit-press',
      {
        verb: 'not-solved',
        caseId: null,
        offerId: null,
        reportId: 'report-1',
        noteId: 'solen-projektor',
        value: null,
        text: 'Lampan blinkar',
      },
    ],
  ])('arrives the same way from %s', async (name, press) => {
    const bot = await startBot();
    const answer = await bot.post(build(name));
    expect(answer.status).toBe(200);
    expect(bot.received).toMatchObject([{ text: '', press }]);
    await bot.close();
  });

  it.each([
    [{ text_decline: '  Jag är ledig ' }, { text: 'Jag är ledig', value: null }],
    [
      { value_time: '13:30', text: '' },
      { text: null, value: '13:30' },
    ],
    [{ text: 'å'.repeat(9_000) }, { text: 'å'.repeat(4_000) }],
    [{ value: 7 }, { value: null }],
  ])('brings along what was written into the card: %#', async (inputs, expected) => {
    const bot = await startBot();
    await bot.post(build('submit-press', { value: { verb: 'decline', caseId: 'case-1', ...inputs } }));
    expect(bot.received[0]?.press).toMatchObject(expected);
    await bot.close();
  });

  it('is answered with the changed card in its place', async () => {
    const bot = await startBot(answering({ pressAnswer: taken, replies: [] }, asCard));
    const { body } = await bot.post(build('execute-press'));
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: asCard(taken).card,
    });
    await bot.close();
  });

  it('is answered with a sentence when there is no card to show', async () => {
    const bot = await startBot(answering({ pressAnswer: taken, replies: [] }, asText));
    const { body } = await bot.post(build('execute-press'));
    expect(body).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value: 'Ärendet är ditt.',
    });
    await bot.close();
  });

  it('leaves the card alone when the answer comes as a message of its own', async () => {
    const bot = await startBot(answering({ pressAnswer: taken, replies: [structuredClone(taken)] }, asCard));
    const { body } = await bot.post(build('execute-press'));
    expect(body).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    await bot.close();
  });

  it('replaces the card in place for an older client, which sends a message', async () => {
    const bot = await startBot(answering({ pressAnswer: taken, replies: [] }, asCard));
    const before = connector().sent().length;
    await bot.post(build('submit-press'));
    expect(connector().sent().slice(before)).toMatchObject([
      { method: 'PUT', path: '/v3/conversations/a:1personalchatAnnaVaktis/activities/1795424399000' },
    ]);
    await bot.close();
  });
});

describe('a press that is not ours', () => {
  it.each([
    { action: { type: 'Action.Execute', verb: 'drop-tables', data: {} } },
    { action: { type: 'Action.Execute', verb: 'accept', data: { caseId: 'a b"; --' } } },
    { action: { type: 'Action.Execute', verb: 'accept', data: { caseId: ['case-1'] } } },
    { action: 'accept' },
    'accept',
    null,
  ])('is answered with a plain sentence: %#', async (value) => {
    const bot = await startBot();
    const { status, body } = await bot.post(build('execute-press', { value }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringMatching(/\w{3,}/),
    });
    expect(bot.received).toEqual([]);
    await bot.close();
  });

  it('is told so in the chat when it came as a message', async () => {
    const bot = await startBot();
    const before = connector().sent().length;
    await bot.post(build('submit-press', { value: { verb: 'nonsense' } }));
    expect(connector().sent().slice(before)).toMatchObject([{ method: 'POST', body: { type: 'message' } }]);
    expect(bot.received).toEqual([]);
    await bot.close();
  });
});

describe('when the conversation behind fails', () => {
  const broken = {
    receive: async () => {
      throw new Error('password=hunter2 at /srv/app.ts:1');
    },
  };

  it('tells the person plainly, with a reference, and leaks nothing', async () => {
    const bot = await startBot(broken);
    const before = connector().sent().length;
    const answer = await bot.post(build('personal-message'));
    expect(answer).toMatchObject({ status: 200, text: '' });
    const said = JSON.stringify(connector().sent().slice(before));
    expect(said).toContain('R-1');
    expect(said).not.toContain('hunter2');
    await bot.close();
  });

  it('answers a press the same way', async () => {
    const bot = await startBot(broken);
    const answer = await bot.post(build('execute-press'));
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('R-1');
    expect(answer.text).not.toContain('hunter2');
    await bot.close();
  });

  it('asks Teams to send it again when the person could not be told either', async () => {
    const bot = await startBot(broken);
    connector().script({
      status: 403,
      body: { error: { code: 'MessageWritesBlocked', message: 'hunter2' } },
    });
    const answer = await bot.post(build('personal-message'));
    expect(answer).toMatchObject({ status: 500, body: { error: 'failed', reference: 'R-1' } });
    expect(answer.text).not.toContain('hunter2');
    await bot.close();
  });
});

function answering(
  result: Pick<TurnResult, 'pressAnswer' | 'replies'>,
  render: (envelope: Envelope) => ReturnType<typeof asCard> | ReturnType<typeof asText>,
) {
  return { receive: async () => result, render };
}
