import { z } from 'zod';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { ChatMessage, ExtensionAnswer, SimulatedPerson } from './chat.ts';
import type { Directory } from './directory.ts';
import { type SendParts, sceneOf } from './send-to-bot.ts';
import { extensionActivity } from './teams-activity.ts';

/** What a person does with the app outside the chat with the bot: on a message, or under the message box. */
export const ExtensionWish = z.discriminatedUnion('kind', [
  /** `of`: in whose chat the message stands. */
  z.object({ kind: z.literal('open'), of: z.string(), messageId: z.string() }),
  z.object({ kind: z.literal('submit'), data: z.record(z.string(), z.unknown()) }),
  z.object({
    kind: z.literal('search'),
    command: z.enum(['my-cases', 'site-notes']),
    words: z.string().max(500),
  }),
]);
export type ExtensionWish = z.infer<typeof ExtensionWish>;

const command = 'create-case';

/** Sends the invoke that Teams would, and gives back what the bot answered. */
export async function useExtension(
  parts: SendParts & { directory: Directory },
  person: SimulatedPerson,
  wish: ExtensionWish,
  language: ReplyLanguage,
): Promise<ExtensionAnswer> {
  const scene = await sceneOf(parts, person, language);
  const sent = await toInvoke(parts, wish);
  if (sent === null) return { status: null, body: null };
  return parts.deliver(extensionActivity(scene, sent.name, sent.value));
}

async function toInvoke(
  parts: SendParts & { directory: Directory },
  wish: ExtensionWish,
): Promise<{ name: string; value: object } | null> {
  if (wish.kind === 'submit')
    return { name: 'composeExtension/submitAction', value: { commandId: command, data: wish.data } };
  if (wish.kind === 'search') {
    const { words } = wish;
    const parameter = words === '' ? { name: 'initialRun', value: 'true' } : { name: 'query', value: words };
    const value = { commandId: wish.command, parameters: [parameter], queryOptions: { skip: 0, count: 25 } };
    return { name: 'composeExtension/query', value };
  }
  const author = await parts.directory.byId(wish.of);
  const message = author ? parts.chats.find(author.aadObjectId, wish.messageId) : null;
  if (!author || !message) return null;
  const value = { commandId: command, commandContext: 'message', messagePayload: payloadOf(message, author) };
  return { name: 'composeExtension/fetchTask', value };
}

/** As Teams describes a message to an extension. */
function payloadOf(message: ChatMessage, author: SimulatedPerson): object {
  const user = { userIdentityType: 'aadUser', id: author.aadObjectId, displayName: author.name };
  const application = { applicationIdentityType: 'bot', displayName: 'Vaktis' };
  const byPerson = message.from === 'person';
  return {
    id: message.id,
    messageType: 'message',
    deleted: false,
    createdDateTime: message.at,
    from: byPerson ? { user, application: null } : { user: null, application },
    body: { contentType: 'text', content: message.text },
    attachments: message.attachmentNames.map((name) => ({ contentType: 'reference', name })),
  };
}
