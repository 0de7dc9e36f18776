import type { DeskTime } from '#bot/desk/service-hours.ts';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { SentMessage, SentPress, SimulatedPerson } from './chat.ts';
import { conversationIdOf, simulatorBot, simulatorTenantId, userIdOf } from './identities.ts';

/** Where and when an activity arises. */
export type Scene = {
  readonly person: SimulatedPerson;
  readonly id: string;
  readonly at: Date;
  readonly serviceUrl: string;
  readonly timezone: DeskTime['timezone'];
  readonly language: ReplyLanguage;
};

export type TeamsActivity = { readonly type: string; readonly [field: string]: unknown };

/** The fields that Teams puts in every activity of a 1:1 chat. */
function envelope(scene: Scene) {
  const locale = scene.language === 'sv' ? 'sv-SE' : 'en-GB';
  const country = scene.language === 'sv' ? 'SE' : 'GB';
  const { aadObjectId, name } = scene.person;
  return {
    id: scene.id,
    timestamp: scene.at.toISOString(),
    localTimezone: scene.timezone,
    serviceUrl: scene.serviceUrl,
    channelId: 'msteams',
    from: { id: userIdOf(aadObjectId), name, aadObjectId },
    recipient: simulatorBot,
    conversation: {
      conversationType: 'personal',
      tenantId: simulatorTenantId,
      id: conversationIdOf(aadObjectId),
    },
    locale,
    entities: [{ type: 'clientInfo', locale, country, platform: 'Web', timezone: scene.timezone }],
    channelData: { tenant: { id: simulatorTenantId } },
  };
}

/** What somebody wrote, with the HTML twin that Teams adds and the screenshot, if there is one. */
export function messageActivity(scene: Scene, message: SentMessage): TeamsActivity {
  const twin = { contentType: 'text/html', content: `<p>${escapeHtml(message.text)}</p>` };
  const screenshot = message.attachmentName && {
    contentType: 'image/png',
    contentUrl: `${scene.serviceUrl}v3/attachments/${scene.id}/views/original`,
    name: message.attachmentName,
  };
  return {
    ...envelope(scene),
    type: 'message',
    text: message.text,
    textFormat: 'plain',
    attachments: screenshot ? [screenshot, twin] : [twin],
  };
}

/** A press on Action.Execute: an invoke, whose answer the client waits for. */
export function executeActivity(
  scene: Scene,
  press: { messageId: string; verb: string; data: unknown; trigger: 'manual' | 'automatic' },
): TeamsActivity {
  return {
    ...envelope(scene),
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: press.messageId,
    value: {
      action: { type: 'Action.Execute', verb: press.verb, data: press.data },
      trigger: press.trigger,
    },
  };
}

/** A press on Action.Submit: a message with a value and no text. https://github.com/microsoft/BotFramework-Services/issues/59 */
export function submitActivity(
  scene: Scene,
  press: Pick<SentPress, 'messageId'> & { data: unknown },
): TeamsActivity {
  return { ...envelope(scene), type: 'message', replyToId: press.messageId, value: press.data };
}

/** Something done with the app in a group chat where the bot is not: an invoke, answered where it was done. */
export function extensionActivity(scene: Scene, name: string, value: object): TeamsActivity {
  const conversation = {
    conversationType: 'groupChat',
    isGroup: true,
    tenantId: simulatorTenantId,
    id: '19:colleagues@thread.v2',
  };
  return { ...envelope(scene), conversation, type: 'invoke', name, value };
}

/** The app was added for, or taken away from, this person. */
export function installationActivity(scene: Scene, action: 'add' | 'remove'): TeamsActivity {
  return { ...envelope(scene), type: 'installationUpdate', action };
}

/** Teams tells an installation twice: the bot became a member of the chat, too. */
export function membershipActivity(scene: Scene): TeamsActivity {
  const user = { id: userIdOf(scene.person.aadObjectId), aadObjectId: scene.person.aadObjectId };
  return {
    ...envelope(scene),
    type: 'conversationUpdate',
    membersAdded: [user, { id: simulatorBot.id }],
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
