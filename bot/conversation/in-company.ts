import type { Person } from '#bot/desk/person.ts';
import type { Reply } from '#bot/reply/reply.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import { type IncomingMessage, technicianVerbs } from './incoming-message.ts';
import type { Stores } from './stores.ts';
import { type Outcome, outcomeOf, type Turn } from './turn.ts';

/** What others in a group or a channel should not read along: accounts, incidents, somebody's own cases. */
const personalCategories: readonly Triage['category']['id'][] = ['account', 'security'];
const personalIntents = ['my-cases', 'status'] as const;
const personalVerbs: readonly string[] = [...technicianVerbs, 'status', 'cancel-case', 'answer-question'];

export function isInCompany({ address }: Pick<IncomingMessage, 'address'>): boolean {
  return address.conversationType !== 'personal';
}

/** Whether the turn is about something between the person and Vaktis. A secret that was masked always is. */
export function isPersonal(turn: Turn): boolean {
  const { press } = turn.message;
  if (press !== null) return personalVerbs.includes(press.verb);
  if (turn.masked.length > 0 || personalIntents.some((intent) => turn.intents.has(intent))) return true;
  const { category, more } = turn.triage({ text: turn.text });
  return [category.id, ...more.map((further) => further.category.id)].some((id) =>
    personalCategories.includes(id),
  );
}

/** The same message as if it had been said in the person's own chat; null when no such chat is known. */
export async function inOwnChat(
  stores: Pick<Stores, 'contacts'>,
  message: IncomingMessage,
  person: Person,
): Promise<IncomingMessage | null> {
  if (message.press !== null) return null;
  const contact = await stores.contacts.get(person.upn);
  if (!contact?.reachable || contact.conversationType !== 'personal') return null;
  const { channel, conversationId, conversationType, tenantId, serviceUrl, botId, userId } = contact;
  return {
    ...message,
    address: { channel, conversationId, conversationType, tenantId, serviceUrl, botId, userId },
  };
}

/** There is no chat to go to, so the person is asked to open it; what they said is not kept. */
export function askToWriteAlone(turn: Turn): Outcome {
  const reply: Reply = { kind: 'private-matter', moved: false };
  if (turn.message.press !== null) return outcomeOf(turn, { pressAnswer: reply, decision: null });
  return outcomeOf(turn, { replies: [reply], decision: 'answer' });
}
