import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { refreshFor } from './card-refresh.ts';
import type {
  CardJson,
  Chat,
  ChatMessage,
  ExtensionAnswer,
  PressResult,
  SentMessage,
  SentPress,
  SimulatedPerson,
} from './chat.ts';
import type { Directory } from './directory.ts';
import { type ExtensionWish, useExtension } from './extension.ts';
import { userIdOf } from './identities.ts';
import { noticeMessage } from './notices.ts';
import { readPressAnswer } from './press-answer.ts';
import { replaceCard, type SendParts, sceneOf, sendToBot } from './send-to-bot.ts';
import {
  executeActivity,
  installationActivity,
  membershipActivity,
  messageActivity,
  type Scene,
  submitActivity,
  type TeamsActivity,
} from './teams-activity.ts';

/** What a person does in Teams, played. */
export type Play = {
  /** Opens the chat; the first time, the app is installed for this person. */
  open(person: SimulatedPerson, language: ReplyLanguage): Promise<Chat>;
  /** Resolves when the bot has answered Teams; what it says comes through the connector. Offline it waits. */
  say(person: SimulatedPerson, message: SentMessage): Promise<void>;
  press(person: SimulatedPerson, press: SentPress): Promise<PressResult>;
  /** Uses the app's message extension; what the bot answers is the client's to show. */
  extend(person: SimulatedPerson, wish: ExtensionWish, language: ReplyLanguage): Promise<ExtensionAnswer>;
  /** Puts a card that was found into the chat; the bot hears nothing of it. */
  insert(person: SimulatedPerson, card: CardJson): void;
  setInstalled(person: SimulatedPerson, installed: boolean, language: ReplyLanguage): Promise<void>;
  /** Coming back, what waited arrives, and what was written meanwhile is sent, in order. */
  setOnline(person: SimulatedPerson, online: boolean): Promise<void>;
  /** Delivers the last message or press once more. @returns false when there is none. */
  deliverAgain(person: SimulatedPerson): Promise<boolean>;
  /** A card on screen that asks to be refreshed for this person is, by an invoke of the client's own. */
  see(person: SimulatedPerson, message: ChatMessage): Promise<void>;
};

type Last = { readonly activity: TeamsActivity; readonly press: SentPress | null };
type Unsent = { readonly scene: Scene; readonly message: SentMessage };
type Memory = {
  readonly last: Map<string, Last>;
  readonly unsent: Map<string, readonly Unsent[]>;
  readonly language: Map<string, ReplyLanguage>;
};

export function createPlay(parts: SendParts & { directory: Directory }): Play {
  const memory: Memory = { last: new Map(), unsent: new Map(), language: new Map() };
  const see: Play['see'] = (person, message) => refreshCards(parts, memory, person, message);
  return {
    async open(person, language) {
      memory.language.set(person.aadObjectId, language);
      if (parts.chats.meet(person.aadObjectId)) await install(parts, person, 'add', language);
      return chatOf(parts, person);
    },
    say: (person, message) => say(parts, memory, person, message),
    press: (person, press) => pressCard(parts, memory, person, press),
    extend: (person, wish, language) => useExtension(parts, person, wish, language),
    insert(person, card) {
      const place = { id: `f:${parts.newId()}`, at: parts.now() };
      const message = { text: '', attachmentName: null };
      parts.chats.put(person.aadObjectId, {
        ...ownMessage(place, message, { pending: false }),
        cards: [card],
      });
    },
    async setInstalled(person, installed, language) {
      if (parts.chats.isInstalled(person.aadObjectId) === installed) return;
      parts.chats.setInstalled(person.aadObjectId, installed);
      await install(parts, person, installed ? 'add' : 'remove', language);
    },
    async setOnline(person, online) {
      const { aadObjectId } = person;
      if (parts.chats.isOnline(aadObjectId) === online) return;
      const arrived = parts.chats.setOnline(aadObjectId, online);
      if (!online) return;
      const waited = arrived.length;
      const place = { id: parts.newId(), at: parts.now() };
      if (waited > 0) parts.chats.put(aadObjectId, noticeMessage(place, { kind: 'back-online', waited }));
      for (const message of arrived) await see(person, message);
      const unsent = memory.unsent.get(aadObjectId) ?? [];
      memory.unsent.delete(aadObjectId);
      for (const { scene, message } of unsent) await send(parts, memory, scene, message);
    },
    deliverAgain: (person) => deliverAgain(parts, memory, person),
    see,
  };
}

function chatOf({ chats }: SendParts, person: SimulatedPerson): Chat {
  const { aadObjectId } = person;
  return {
    person,
    installed: chats.isInstalled(aadObjectId),
    online: chats.isOnline(aadObjectId),
    messages: chats.messages(aadObjectId),
  };
}

async function install(
  parts: SendParts,
  person: SimulatedPerson,
  action: 'add' | 'remove',
  language: ReplyLanguage,
): Promise<void> {
  if (action === 'add') {
    await sendToBot(parts, person, membershipActivity(await sceneOf(parts, person, language)));
  }
  await sendToBot(parts, person, installationActivity(await sceneOf(parts, person, language), action));
}

async function say(
  parts: SendParts,
  memory: Memory,
  person: SimulatedPerson,
  message: SentMessage,
): Promise<void> {
  const { aadObjectId } = person;
  const scene = await sceneOf(parts, person, message.language);
  if (parts.chats.isOnline(aadObjectId)) return send(parts, memory, scene, message);
  memory.unsent.set(aadObjectId, [...(memory.unsent.get(aadObjectId) ?? []), { scene, message }]);
  parts.chats.put(aadObjectId, ownMessage(scene, message, { pending: true }));
}

async function send(parts: SendParts, memory: Memory, scene: Scene, message: SentMessage): Promise<void> {
  const { aadObjectId } = scene.person;
  const activity = messageActivity(scene, message);
  memory.last.set(aadObjectId, { activity, press: null });
  parts.chats.put(aadObjectId, ownMessage(scene, message, { pending: false }));
  await sendToBot(parts, scene.person, activity);
}

async function pressCard(
  parts: SendParts,
  memory: Memory,
  person: SimulatedPerson,
  press: SentPress,
): Promise<PressResult> {
  const { action, messageId } = press;
  if (!parts.chats.isOnline(person.aadObjectId)) return { kind: 'offline' };
  const scene = await sceneOf(parts, person, press.language);
  const activity =
    action.type === 'Action.Submit'
      ? submitActivity(scene, { messageId, data: action.data })
      : executeActivity(scene, { messageId, verb: action.verb, data: action.data, trigger: 'manual' });
  memory.last.set(person.aadObjectId, { activity, press });
  const answer = await sendToBot(parts, person, activity);
  if (action.type === 'Action.Submit') return { kind: 'done' };
  const read = readPressAnswer(answer);
  if (read.kind !== 'card') return read;
  replaceCard(parts.chats, person.aadObjectId, { ...press, revised: true }, read.card);
  return { kind: 'done' };
}

/**
 * A message comes again with the same id; a press with a new id and time, as was seen of Teams:
 * https://github.com/microsoft/botbuilder-dotnet/issues/5005
 */
async function deliverAgain(parts: SendParts, memory: Memory, person: SimulatedPerson): Promise<boolean> {
  const { aadObjectId } = person;
  const last = memory.last.get(aadObjectId);
  if (!last) return false;
  const isInvoke = last.activity.type === 'invoke';
  const anew = { id: `f:${parts.newId()}`, timestamp: parts.now().toISOString() };
  const answer = await parts.deliver(isInvoke ? { ...last.activity, ...anew } : last.activity);
  const what = isInvoke ? 'press' : 'message';
  const place = { id: parts.newId(), at: parts.now() };
  parts.chats.put(
    aadObjectId,
    noticeMessage(place, { kind: 'delivered-again', what, status: answer.status }),
  );
  const read = last.press && isInvoke ? readPressAnswer(answer) : null;
  if (last.press && read?.kind === 'card') {
    replaceCard(parts.chats, aadObjectId, { ...last.press, revised: true }, read.card);
  }
  return true;
}

async function refreshCards(
  parts: SendParts,
  memory: Memory,
  person: SimulatedPerson,
  { id, cards, revision }: ChatMessage,
): Promise<void> {
  const { aadObjectId } = person;
  for (const [index, card] of cards.entries()) {
    const wanted = refreshFor(card, userIdOf(aadObjectId));
    if (!wanted) continue;
    const scene = await sceneOf(parts, person, memory.language.get(aadObjectId) ?? 'sv');
    const answer = await parts.deliver(
      executeActivity(scene, { messageId: id, ...wanted, trigger: 'automatic' }),
    );
    const read = readPressAnswer(answer);
    const isSame = parts.chats.find(aadObjectId, id)?.revision === revision;
    // Without a good answer, and when the card changed meanwhile, the client keeps what it shows.
    if (read.kind === 'card' && isSame) {
      replaceCard(parts.chats, aadObjectId, { messageId: id, card: index, revised: false }, read.card);
    }
  }
}

function ownMessage(
  scene: Pick<Scene, 'id' | 'at'>,
  message: Pick<SentMessage, 'text' | 'attachmentName'>,
  { pending }: { pending: boolean },
): ChatMessage {
  return {
    id: scene.id,
    from: 'person',
    at: scene.at.toISOString(),
    text: message.text,
    textFormat: 'plain',
    cards: [],
    attachmentNames: message.attachmentName === null ? [] : [message.attachmentName],
    suggestions: [],
    revision: 0,
    remarks: [],
    pending,
    notice: null,
  };
}
