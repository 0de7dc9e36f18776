import { describe, expect, it } from 'vitest';
import { annaObjectId } from '../support/activities.ts';
import { noon } from './bot-on-loopback.ts';
import { botOfEachTest, connectorOfAllTests } from './teams-side.ts';

const { connector, build } = connectorOfAllTests();
const bot = botOfEachTest();

describe('what Teams posts becomes a message', () => {
  it('takes a message from a personal chat, without its HTML twin', async () => {
    const answer = await bot().post(build('personal-message'));
    expect(answer.status).toBe(200);
    expect(bot().received).toEqual([
      {
        id: '1795424400000',
        address: {
          channel: 'msteams',
          conversationId: 'a:1personalchatAnnaVaktis',
          conversationType: 'personal',
          tenantId: '0a1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d',
          serviceUrl: connector().url,
          botId: '28:3f9d0c1e-5a7b-4c2d-8e6f-0a1b2c3d4e5f',
          userId: '29:1aBcD-ef_GhIjKlMnOpQrStUvWxYz',
        },
        from: { aadObjectId: annaObjectId, name: 'Anna Lind' },
        at: new Date('2026-11-24T08:00:00Z'),
        text: 'Projektorn på Solen är svart',
        truncated: false,
        locale: 'sv-SE',
        attachments: [],
        press: null,
        installed: false,
      },
    ]);
  });

  it.each([
    ['group-mention', 'groupChat', 'skrivaren är trasig, Karin Berg såg det'],
    ['channel-mention', 'channel', 'nätet är nere'],
  ])('takes the bot’s own mention out of %s', async (name, type, text) => {
    await bot().post(build(name));
    expect(bot().received[0]).toMatchObject({ text, address: { conversationType: type } });
  });

  it('names what was sent along', async () => {
    await bot().post(build('pasted-image'));
    await bot().post(build('sent-file'));
    expect(bot().received.map((message) => message.attachments)).toEqual([
      [{ name: 'image/*', contentType: 'image/*', lost: true }],
      [{ name: 'felet.pdf', contentType: 'application/vnd.microsoft.teams.file.download.info', lost: true }],
    ]);
  });

  it('welcomes once though Teams tells of an installation twice', async () => {
    await bot().post(build('installation-add'));
    await bot().post(build('bot-added'));
    expect(bot().received.map(({ id, installed }) => ({ id, installed }))).toEqual([
      { id: 'installed:2026-11-24', installed: true },
      { id: 'installed:2026-11-24', installed: true },
    ]);
  });

  it('tells who removed the app', async () => {
    await bot().post(build('installation-remove'));
    expect(bot().removed).toEqual([annaObjectId]);
    expect(bot().received).toEqual([]);
  });

  it.each([
    ['edited', 'Projektorn på Solen är helt svart'],
    ['deleted', ''],
  ])('knows a message again that was %s, each time once', async (name, text) => {
    await bot().post(build(name));
    expect(bot().received).toMatchObject([
      {
        id: `${name}:1795424400000:2026-11-24T08:00:00.000Z`,
        text,
        revises: { messageId: '1795424400000', how: name },
      },
    ]);
  });

  it('takes a thumb, answers it with nothing at all, and a reaction', async () => {
    expect(await bot().post(build('thumbs-invoke'))).toMatchObject({ status: 200, body: {} });
    await bot().post(build('reaction'));
    expect(bot().feedback).toMatchObject([
      { messageId: '1795424399000', verdict: 'helpful', text: 'Det var rätt uttag' },
      { messageId: '1795424399000', verdict: 'helpful', text: null },
    ]);
  });

  it.each([
    ['thumbs-invoke', { value: { actionName: 'feedback', actionValue: { reaction: ['like'] } } }],
    ['thumbs-invoke', { value: null }],
    ['thumbs-invoke', { replyToId: undefined }],
    ['reaction', { reactionsAdded: [{ type: 'constructor' }] }],
    ['reaction', { reactionsAdded: 'like' }],
    ['reaction', { reactionsAdded: [], reactionsRemoved: [{ type: 'like' }] }],
  ])('lets feedback pass that says nothing: %s %j', async (name, overrides) => {
    expect((await bot().post(build(name, overrides))).status).toBe(200);
    expect(bot().feedback).toEqual([]);
  });

  it.each(['typing', 'person-added'])('lets %s pass in peace', async (name) => {
    const answer = await bot().post(build(name));
    expect(answer.status).toBe(200);
    expect(bot().received).toEqual([]);
  });

  it('does not answer an invoke that it does not know', async () => {
    expect((await bot().post(build('thumbs-invoke', { name: 'task/fetch' }))).status).toBe(501);
  });

  it('does not talk to another bot', async () => {
    await bot().post(build('personal-message', { from: { id: '28:other-bot', name: 'Other' } }));
    expect(bot().received).toEqual([]);
  });

  it('uses its own clock when the activity has no good time', async () => {
    await bot().post(build('personal-message', { timestamp: 'yesterday' }));
    expect(bot().received[0]?.at).toEqual(noon);
  });
});
