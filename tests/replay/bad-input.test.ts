import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseActivity } from '#bot/channels/teams/parse-activity.ts';
import { buildActivity } from '../support/activities.ts';
import { botOfEachTest, connectorOfAllTests } from './teams-side.ts';

const { build } = connectorOfAllTests();
const bot = botOfEachTest();

const says = (text: unknown) => build('personal-message', { text });

describe('what people write by accident', () => {
  it.each([
    ['', ''],
    [undefined, ''],
    [' \n\t ', ''],
    ['😀👩🏽‍🏫', '😀👩🏽‍🏫'],
    ['rad ett\r\nrad två', 'rad ett\nrad två'],
    ['a\u0000b\u0007c\u001b[31md', 'abc[31md'],
    ['\u202Ekcab', 'kcab'],
    ['trasig \ud83d', 'trasig \ufffd'],
    ['A\u030A', 'Å'],
  ])('becomes text that can be stored: %#', async (text, expected) => {
    expect((await bot().post(says(text))).status).toBe(200);
    expect(bot().received[0]?.text).toBe(expected);
  });

  it('keeps the beginning of 100 kB and says that it was cut', async () => {
    expect((await bot().post(says('å'.repeat(50_000)))).status).toBe(200);
    expect(bot().received[0]).toMatchObject({ truncated: true, text: 'å'.repeat(20_000) });
  });

  it('does not cut an emoji in two', async () => {
    await bot().post(says(`a${'😀'.repeat(15_000)}`));
    expect(bot().received[0]?.text.isWellFormed()).toBe(true);
  });

  it('keeps at most twenty attachments', async () => {
    const attachments = Array.from({ length: 50 }, (_, index) => ({
      contentType: 'image/png',
      name: `${index}`,
    }));
    await bot().post(build('personal-message', { attachments }));
    expect(bot().received[0]?.attachments).toHaveLength(20);
  });

  it('does not take an object id that is no GUID', async () => {
    await bot().post(build('personal-message', { from: { id: '29:x', aadObjectId: "' or 1=1" } }));
    expect(bot().received[0]?.from).toEqual({ aadObjectId: null, name: '' });
  });
});

describe('what is no activity', () => {
  it.each([
    ['no conversation', { conversation: undefined }],
    ['a conversation without an id', { conversation: { id: '' } }],
    ['no sender', { from: undefined }],
    ['no recipient', { recipient: null }],
    ['no id', { id: undefined }],
    ['no type', { type: undefined }],
    ['text that is a number', { text: 7 }],
    ['attachments that are text', { attachments: 'x', text: 7 }],
    ['no channel', { channelId: undefined }],
    ['an empty channel', { channelId: '' }],
    ['no serviceUrl', { serviceUrl: undefined }],
    ['an empty serviceUrl', { serviceUrl: '' }],
  ])('is refused with 400 and a reason: %s', async (_what, overrides) => {
    const answer = await bot().post(build('personal-message', overrides));
    expect(answer).toMatchObject({
      status: 400,
      body: { error: expect.any(String), reference: expect.any(String) },
    });
    expect(bot().received).toEqual([]);
  });

  it.each(['{"type":', '"text"', '[]', 'null', ''])('is refused with 400: %s', async (body) => {
    const answer = await bot().post(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ error: expect.any(String) });
  });

  it.each([
    ['of another channel', { channelId: 'directline' }],
    ['that wants its answers sent elsewhere', { serviceUrl: 'http://169.254.169.254/' }],
    ['that wants its answers sent to the internet', { serviceUrl: 'https://smba.trafficmanager.net/emea/' }],
  ])('is refused with 403 when it is one %s', async (_what, overrides) => {
    expect((await bot().post(build('personal-message', overrides))).status).toBe(403);
    expect(bot().received).toEqual([]);
  });

  it('does not end the process: the next message is heard', async () => {
    await bot().post('{"type":');
    await bot().post(build('personal-message', { from: 'Anna' }));
    expect((await bot().post(build('personal-message'))).status).toBe(200);
    expect(bot().received).toHaveLength(1);
  });
});

describe('any JSON at all', () => {
  const names = ['personal-message', 'submit-press', 'execute-press', 'installation-add', 'bot-added'];
  const fields = ['text', 'value', 'from', 'conversation', 'entities', 'attachments', 'timestamp', 'locale'];
  const nonsense = fc.dictionary(fc.constantFrom(...fields), fc.jsonValue(), { maxKeys: 3 });

  it('is parsed or refused, never thrown at', () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc
        .tuple(fc.constantFrom(...names), nonsense)
        .map(([name, overrides]) => buildActivity(name, overrides)),
    );
    const kinds = ['message', 'refused', 'ignored', 'uninstalled'];
    fc.assert(fc.property(anything, (body) => kinds.includes(parseActivity(body, new Date(0)).kind)));
  });

  it('comes through as text that the database takes', () => {
    const texts = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(texts, (text) => {
        const parsed = parseActivity(says(text), new Date(0));
        const heard = parsed.kind === 'message' ? parsed.message.text : null;
        return heard?.isWellFormed() === true && !heard.includes('\u0000');
      }),
    );
  });
});
