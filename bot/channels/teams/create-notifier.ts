import { type Activity, ActivityTypes } from 'botbuilder';
import { OutsideSystemFailed } from '#bot/errors.ts';
import type { Notifier, ReplyStream } from '#bot/handoff/notifier.ts';
import { messages } from '#bot/i18n/messages.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { withRefresh } from './cards/refresh.ts';
import type { ConnectorApi } from './connector-api.ts';
import { ConnectorRefused } from './connector-failure.ts';
import type { TeamsAdapter } from './create-adapter.ts';
import { isAllowedServiceUrl } from './known-hosts.ts';
import type { RenderedMessage, RenderOptions } from './render-reply.ts';
import { labelsFor, renderStreamEnd, writeStreamed } from './render-stream-end.ts';
import { type StreamPorts, streamReply } from './stream-reply.ts';
import type { TeamsSettings } from './teams-settings.ts';

export type NotifierPorts = {
  readonly adapter: TeamsAdapter;
  readonly settings: TeamsSettings | null;
  readonly render: (envelope: Envelope) => RenderedMessage;
  readonly streaming: StreamTimes;
};

/** How a growing reply is written, and when. */
export type StreamTimes = Pick<StreamPorts, 'elapsed' | 'later'> & { readonly options: () => RenderOptions };

/** https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication */
const botFrameworkAudience = 'https://api.botframework.com';

/** Sends outside a turn, by raw ids, so that it works from any process and after a restart. */
export function createNotifier(ports: NotifierPorts): Notifier {
  const notifier: Notifier = {
    async send({ address, envelope, replaces }) {
      assertReachable(address, ports.settings);
      const rendered = ports.render(envelope);
      const card = rendered.card && withRefresh(rendered.card, envelope, address.userId);
      const content = withLabel(withThumbs(toActivity({ ...rendered, card }), envelope), envelope);
      return asOutsideFailure(async () => {
        if (address.conversationId) return deliver(ports, address, content, replaces);
        const conversationId = await openConversation(ports, address);
        return { ...(await deliver(ports, { ...address, conversationId }, content, null)), conversationId };
      });
    },
    openStream: (address, envelope) => openStream(ports, notifier, address, envelope),
  };
  return notifier;
}

/** Teams streams into a person's own chat only, and one message at a time: the outbox sends in order. */
function openStream(
  ports: NotifierPorts,
  notifier: Notifier,
  address: ConversationAddress,
  begun: Envelope,
): ReplyStream | null {
  if (address.conversationType !== 'personal' || address.conversationId === '') return null;
  assertReachable(address, ports.settings);
  const { streaming } = ports;
  return streamReply({
    send: (activity) =>
      asOutsideFailure(async () => (await deliver(ports, address, activity, null)).activityId),
    update: (activity, id) =>
      asOutsideFailure(async () => void (await deliver(ports, address, activity, id))),
    sendWhole: (envelope) => notifier.send({ address, envelope, replaces: null }),
    toFinal: (envelope, shown) => renderStreamEnd(envelope, shown, streaming.options()),
    write: (sentences) => writeStreamed(begun, sentences, streaming.options()),
    informing: messages(begun.language).answers.informing,
    elapsed: streaming.elapsed,
    later: streaming.later,
  });
}

/** Shows "is typing". @throws OutsideSystemFailed */
export function sendTyping(
  ports: Omit<NotifierPorts, 'render' | 'streaming'>,
  address: ConversationAddress,
): Promise<void> {
  return asOutsideFailure(async () => {
    await ports.adapter.connector.send(address, { type: ActivityTypes.Typing });
  });
}

/** What a model worded says so. */
function withLabel(activity: Partial<Activity>, envelope: Envelope): Partial<Activity> {
  const entities = labelsFor(envelope);
  return entities.length === 0 ? activity : { ...activity, entities };
}

/** An address may have been stored under other settings: the bot's token goes to known hosts only. */
function assertReachable(address: ConversationAddress, settings: TeamsSettings | null): void {
  if (isAllowedServiceUrl(address.serviceUrl, settings !== null)) return;
  throw new OutsideSystemFailed('The serviceUrl is not one that the bot may send to', { retryable: false });
}

/** Text or card, never both: Teams splits such a message in two and returns no id. */
export function toActivity(rendered: RenderedMessage): Partial<Activity> {
  const { text, card, summary } = rendered;
  if (card === null) return { type: ActivityTypes.Message, text: text ?? summary, textFormat: 'plain' };
  return {
    type: ActivityTypes.Message,
    summary,
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }],
  };
}

/** Advice can be thumbed up or down; Teams keeps no feedback itself, it sends it to us. */
function withThumbs(activity: Partial<Activity>, { content }: Envelope): Partial<Activity> {
  if (content.kind !== 'answer') return activity;
  return { ...activity, channelData: { feedbackLoop: { type: 'default' } } };
}

async function deliver(
  { adapter: { connector } }: NotifierPorts,
  address: ConversationAddress,
  content: Partial<Activity>,
  replaces: string | null,
): Promise<{ activityId: string | null }> {
  if (replaces !== null && (await replace(connector, address, content, replaces)))
    return { activityId: replaces };
  return { activityId: await connector.send(address, content) };
}

/** @returns false when the message is gone (the person deleted it): then it is said anew. */
async function replace(
  connector: ConnectorApi,
  address: ConversationAddress,
  content: Partial<Activity>,
  id: string,
): Promise<boolean> {
  try {
    await connector.update(address, content, id);
    return true;
  } catch (error) {
    if (error instanceof ConnectorRefused && error.status === 404) return false;
    throw error;
  }
}

/** Makes the one-to-one chat, or finds it. Works only where the app is installed for that person. */
async function openConversation(ports: NotifierPorts, address: ConversationAddress): Promise<string> {
  const bot = { id: address.botId, name: '' };
  const tenantId = address.tenantId ?? ports.settings?.tenantId ?? '';
  let conversationId = '';
  await ports.adapter.createConversationAsync(
    ports.settings?.appId ?? '',
    address.channel,
    address.serviceUrl,
    botFrameworkAudience,
    {
      isGroup: false,
      bot,
      members: [{ id: address.userId, name: '' }],
      tenantId,
      channelData: { tenant: { id: tenantId } },
    },
    async (context) => {
      conversationId = context.activity.conversation.id;
    },
  );
  return conversationId;
}

/** What the SDK throws by itself (a token that it could not get) becomes one of our kinds, without its words. */
async function asOutsideFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof OutsideSystemFailed) throw cause;
    throw new OutsideSystemFailed('Teams could not be reached', { retryable: true, cause });
  }
}
