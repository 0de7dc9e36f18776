import type { ReplyLanguage } from '#bot/reply/reply.ts';
import type { CardJson, SimulatedPerson } from './chat.ts';
import type { Chats } from './chats.ts';
import type { BotAnswer, DeliverToBot } from './deliver-to-bot.ts';
import { noticeMessage } from './notices.ts';
import type { SimulatorPorts } from './simulator-ports.ts';
import type { Scene, TeamsActivity } from './teams-activity.ts';

export type SendParts = Pick<SimulatorPorts, 'now' | 'newId' | 'logger' | 'deskTime' | 'botUrl'> & {
  chats: Chats;
  deliver: DeliverToBot;
};

/** A moment in which this person does something in Teams. */
export async function sceneOf(
  parts: SendParts,
  person: SimulatedPerson,
  language: ReplyLanguage,
): Promise<Scene> {
  const { timezone } = await parts.deskTime();
  const serviceUrl = `${parts.botUrl()}/simulator/connector/`;
  return { person, id: `f:${parts.newId()}`, at: parts.now(), serviceUrl, timezone, language };
}

/** Posts it to the bot; what the bot does not take is told in the chat. */
export async function sendToBot(
  parts: SendParts,
  person: SimulatedPerson,
  activity: TeamsActivity,
): Promise<BotAnswer> {
  const answer = await parts.deliver(activity);
  const { status } = answer;
  if (status === null || status >= 300) {
    parts.logger.warn({ type: activity.type, status }, 'the bot did not take what the simulator sent');
    const place = { id: parts.newId(), at: parts.now() };
    parts.chats.put(person.aadObjectId, noticeMessage(place, { kind: 'not-delivered', status }));
  }
  return answer;
}

/** Puts a card that the bot answered with in its place. `revised`: the person is to see that it changed. */
export function replaceCard(
  chats: Chats,
  personId: string,
  place: { messageId: string; card: number; revised: boolean },
  card: CardJson,
): void {
  const message = chats.find(personId, place.messageId);
  if (!message) return;
  const cards = message.cards.map((known, index) => (index === place.card ? card : known));
  chats.put(personId, { ...message, cards, revision: message.revision + (place.revised ? 1 : 0) });
}
