import { z } from 'zod';
import type { ReplyLanguage } from '#bot/reply/reply.ts';
import { adaptiveCardType, Card } from './bot-activity.ts';
import type {
  CardJson,
  Chat,
  ChatMessage,
  PressResult,
  SentMessage,
  SentPress,
  SimulatedPerson,
} from './chat.ts';
import type { Chats } from './chats.ts';
import type { BotAnswer, DeliverToBot } from './deliver-to-bot.ts';
import { noticeMessage } from './notices.ts';
import type { SimulatorPorts } from './simulator-ports.ts';
import {
  executeActivity,
  installationActivity,
  membershipActivity,
  messageActivity,
  type Scene,
  submitActivity,
  type TeamsActivity,
} from './teams-activity.ts';

type Parts = Pick<SimulatorPorts, 'now' | 'newId' | 'logger' | 'deskTime' | 'botUrl'> & {
  chats: Chats;
  deliver: DeliverToBot;
};

/** What a person does in Teams, played. */
export type Play = {
  /** Opens the chat; the first time, the app is installed for this person. */
  open(person: SimulatedPerson, language: ReplyLanguage): Promise<Chat>;
  /** Resolves when the bot has answered Teams; what it says comes through the connector. */
  say(person: SimulatedPerson, message: SentMessage): Promise<void>;
  press(person: SimulatedPerson, press: SentPress): Promise<PressResult>;
  setInstalled(person: SimulatedPerson, installed: boolean, language: ReplyLanguage): Promise<void>;
};

export function createPlay(parts: Parts): Play {
  const install = async (person: SimulatedPerson, action: 'add' | 'remove', language: ReplyLanguage) => {
    if (action === 'add') await act(parts, person, language, membershipActivity);
    await act(parts, person, language, (scene) => installationActivity(scene, action));
  };
  return {
    async open(person, language) {
      if (parts.chats.meet(person.aadObjectId)) await install(person, 'add', language);
      return {
        person,
        installed: parts.chats.isInstalled(person.aadObjectId),
        messages: parts.chats.messages(person.aadObjectId),
      };
    },
    async say(person, message) {
      await act(parts, person, message.language, (scene) => {
        parts.chats.put(person.aadObjectId, ownMessage(scene, message));
        return messageActivity(scene, message);
      });
    },
    press: (person, press) => pressCard(parts, person, press),
    async setInstalled(person, installed, language) {
      if (parts.chats.isInstalled(person.aadObjectId) === installed) return;
      parts.chats.setInstalled(person.aadObjectId, installed);
      await install(person, installed ? 'add' : 'remove', language);
    },
  };
}

async function pressCard(parts: Parts, person: SimulatedPerson, press: SentPress): Promise<PressResult> {
  const { action, messageId } = press;
  if (action.type === 'Action.Submit') {
    await act(parts, person, press.language, (scene) =>
      submitActivity(scene, { messageId, data: action.data }),
    );
    return { kind: 'done' };
  }
  const answer = await act(parts, person, press.language, (scene) =>
    executeActivity(scene, { messageId, verb: action.verb, data: action.data }),
  );
  const read = readInvokeAnswer(answer);
  if (read.kind !== 'card') return read;
  replaceCard(parts, person, press, read.card);
  return { kind: 'done' };
}

async function act(
  parts: Parts,
  person: SimulatedPerson,
  language: ReplyLanguage,
  toActivity: (scene: Scene) => TeamsActivity,
): Promise<BotAnswer> {
  const { timezone } = await parts.deskTime();
  const serviceUrl = `${parts.botUrl()}/simulator/connector/`;
  const scene = { person, id: `f:${parts.newId()}`, at: parts.now(), serviceUrl, timezone, language };
  const activity = toActivity(scene);
  const answer = await parts.deliver(activity);
  if (answer.status === null || answer.status >= 300) tellNotDelivered(parts, person, activity, answer);
  return answer;
}

function ownMessage(scene: Scene, message: SentMessage): ChatMessage {
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
    notice: null,
  };
}

function tellNotDelivered(
  parts: Parts,
  person: SimulatedPerson,
  activity: TeamsActivity,
  { status }: BotAnswer,
): void {
  parts.logger.warn({ type: activity.type, status }, 'the bot did not take what the simulator sent');
  const place = { id: parts.newId(), at: parts.now() };
  parts.chats.put(person.aadObjectId, noticeMessage(place, { kind: 'not-delivered', status }));
}

function replaceCard(parts: Parts, person: SimulatedPerson, press: SentPress, card: CardJson): void {
  const message = parts.chats.find(person.aadObjectId, press.messageId);
  if (!message) return;
  const cards = message.cards.map((known, index) => (index === press.card ? card : known));
  parts.chats.put(person.aadObjectId, { ...message, cards, revision: message.revision + 1 });
}

/** https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/universal-actions-for-adaptive-cards/work-with-universal-actions-for-adaptive-cards */
const InvokeAnswer = z.discriminatedUnion('type', [
  z.looseObject({ statusCode: z.number(), type: z.literal(adaptiveCardType), value: Card }),
  z.looseObject({
    statusCode: z.number(),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.looseObject({
    statusCode: z.number(),
    type: z.literal('application/vnd.microsoft.error'),
    value: z.looseObject({ message: z.string() }),
  }),
]);

function readInvokeAnswer(answer: BotAnswer): PressResult | { kind: 'card'; card: CardJson } {
  const parsed = answer.status === 200 ? InvokeAnswer.safeParse(answer.body) : null;
  if (!parsed?.success) return { kind: 'failed', text: null };
  const { data } = parsed;
  if (data.type === adaptiveCardType) return { kind: 'card', card: data.value };
  if (data.type === 'application/vnd.microsoft.error') return { kind: 'failed', text: data.value.message };
  return { kind: 'message', text: data.value };
}
