import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RenderedMessage } from '#bot/channels/teams/render-reply.ts';
import type { TeamsChannelPorts } from '#bot/channels/teams/teams-channel-ports.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { type BotOnLoopback, startBot } from '../replay/bot-on-loopback.ts';
import { annaObjectId, tenantId } from '../support/activities.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { fetchThrough, registration, serviceUrl } from '../support/teams-registration.ts';

let connector: FakeConnector;
let bot: BotOnLoopback;
beforeAll(async () => {
  connector = await startFakeConnector();
});
afterAll(() => connector.close());
afterEach(() => bot.close());

const envelope: Envelope = { language: 'sv', introduce: false, content: { kind: 'thanks' } };
const text: RenderedMessage = { text: 'Tack *själv*', card: null, summary: 'Tack' };
const card: RenderedMessage = {
  text: null,
  summary: 'Nytt ärende',
  card: {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: 'sv',
    fallbackText: 'Nytt ärende',
    speak: 'Nytt ärende',
    body: [{ type: 'TextBlock', text: 'Nytt ärende', wrap: true }],
  },
};

async function start(rendered: RenderedMessage, overrides: Partial<TeamsChannelPorts> = {}) {
  bot = await startBot({
    render: () => rendered,
    settings: registration,
    production: true,
    issueToken: async () => 'own-token',
    fetch: fetchThrough(connector.url),
    ...overrides,
  });
  return bot.channel;
}

const address = (overrides: Partial<ConversationAddress> = {}): ConversationAddress => ({
  channel: 'msteams',
  conversationId: 'a:anna',
  conversationType: 'personal',
  tenantId,
  serviceUrl,
  botId: `28:${registration.appId}`,
  userId: '29:anna',
  ...overrides,
});

const since = (count: number) => connector.requests.slice(count);

describe('the notifier', () => {
  it('sends a text by raw ids, unformatted, and tells its id', async () => {
    const { notifier } = await start(text);
    const before = connector.requests.length;
    const { activityId } = await notifier.send({ address: address(), envelope, replaces: null });
    const [request, ...rest] = since(before);
    expect(rest).toEqual([]);
    expect(request).toMatchObject({ method: 'POST', authorization: 'Bearer own-token' });
    // Not as a reply to an id that the SDK makes up, as it would go out through the SDK.
    expect(request?.path).toBe('/v3/conversations/a:anna/activities');
    expect(request?.body).not.toHaveProperty('replyToId');
    expect(request?.body).toMatchObject({
      channelId: 'msteams',
      from: { id: `28:${registration.appId}` },
      recipient: { id: '29:anna' },
      conversation: { id: 'a:anna', conversationType: 'personal', isGroup: false, tenantId },
    });
    expect(request?.body).toMatchObject({ type: 'message', text: 'Tack *själv*', textFormat: 'plain' });
    expect(activityId).toBe(`sent-${before + 1}`);
  });

  it('sends a card alone, with a line for the notification', async () => {
    const { notifier } = await start(card);
    const before = connector.requests.length;
    await notifier.send({ address: address(), envelope, replaces: null });
    const body = since(before)[0]?.body;
    expect(body).toMatchObject({
      summary: 'Nytt ärende',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card.card }],
    });
    expect(body).not.toHaveProperty('text');
  });

  it('replaces a card in place with all of the new one', async () => {
    const { notifier } = await start(card);
    const before = connector.requests.length;
    const sent = await notifier.send({ address: address(), envelope, replaces: 'old-card' });
    expect(since(before)).toMatchObject([
      {
        method: 'PUT',
        path: '/v3/conversations/a:anna/activities/old-card',
        body: { id: 'old-card', attachments: [{ content: card.card }] },
      },
    ]);
    expect(sent).toEqual({ activityId: 'old-card' });
  });

  it('sends the card anew when the old one is gone', async () => {
    const { notifier } = await start(card);
    const before = connector.requests.length;
    connector.script({ status: 404, body: { error: { code: 'ActivityNotFoundInConversation' } } });
    const sent = await notifier.send({ address: address(), envelope, replaces: 'old-card' });
    expect(since(before).map((request) => request.method)).toEqual(['PUT', 'POST']);
    expect(sent.activityId).toBe(`sent-${before + 2}`);
  });

  it('makes the chat with somebody of whom only the Entra id is known', async () => {
    const channel = await start(card);
    const before = connector.requests.length;
    const first = channel.firstContact(annaObjectId);
    if (first === null) throw new Error('a registered bot knows where to begin');
    const sent = await channel.notifier.send({ address: first, envelope, replaces: null });
    const [created, message] = since(before);
    expect(created).toMatchObject({
      method: 'POST',
      path: '/v3/conversations',
      body: {
        isGroup: false,
        bot: { id: `28:${registration.appId}` },
        members: [{ id: annaObjectId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      },
    });
    expect(message?.path).toContain(`/v3/conversations/a:made-${before + 1}/activities`);
    expect(sent).toEqual({ activityId: `sent-${before + 2}`, conversationId: `a:made-${before + 1}` });
  });

  it.each(['BotNotInConversationRoster', 'MessageWritesBlocked'])(
    'says that trying again does not help after 403 %s',
    async (code) => {
      const { notifier } = await start(card);
      connector.script({ status: 403, body: { error: { code, message: 'nope' } } });
      const sending = notifier.send({ address: address(), envelope, replaces: null });
      await expect(sending).rejects.toMatchObject({ name: 'OutsideSystemFailed', retryable: false });
    },
  );

  it('turns a token that cannot be had into a failure that may pass, without its words', async () => {
    const issueToken = async () => {
      throw new Error('AADSTS7000222 hunter2');
    };
    const { notifier } = await start(card, { issueToken });
    const sending = notifier.send({ address: address(), envelope, replaces: null });
    await expect(sending).rejects.toMatchObject({
      name: 'OutsideSystemFailed',
      retryable: true,
      message: 'Teams could not be reached',
    });
  });

  it.each(['https://evil.example/', 'http://127.0.0.1:9/', 'not a url', ''])(
    'sends the bot’s token to known hosts only, not to %j',
    async (elsewhere) => {
      const { notifier } = await start(card);
      const before = connector.requests.length;
      const sending = notifier.send({
        address: address({ serviceUrl: elsewhere }),
        envelope,
        replaces: null,
      });
      await expect(sending).rejects.toMatchObject({ retryable: false });
      expect(since(before)).toEqual([]);
    },
  );

  it('stays on this machine without a registration', async () => {
    const channel = await start(text, { settings: null, production: false, issueToken: null, fetch });
    expect(channel.firstContact(annaObjectId)).toBeNull();
    const far = channel.notifier.send({ address: address(), envelope, replaces: null });
    await expect(far).rejects.toMatchObject({ retryable: false });
    const near = address({ serviceUrl: connector.url });
    await expect(channel.notifier.send({ address: near, envelope, replaces: null })).resolves.toBeDefined();
    expect(connector.requests.at(-1)?.authorization).toBeNull();
  });
});
