import { z } from 'zod';
import { BotActivity, toChatMessage } from './bot-activity.ts';
import type { SimulatedPerson } from './chat.ts';
import type { Chats } from './chats.ts';
import type { Directory } from './directory.ts';
import { conversationIdOf, simulatorTenantId, userIdOf } from './identities.ts';
import { noticeMessage } from './notices.ts';
import { type Refusal, refuse } from './refuse.ts';
import type { SimulatorPorts } from './simulator-ports.ts';

/** An HTTP answer to the bot. */
export type ConnectorAnswer = { readonly status: number; readonly body: object | null };

export type Connector = {
  open(body: unknown): Promise<ConnectorAnswer>;
  post(conversationId: string, body: unknown): Promise<ConnectorAnswer>;
  update(conversationId: string, activityId: string, body: unknown): Promise<ConnectorAnswer>;
  remove(conversationId: string, activityId: string): Promise<ConnectorAnswer>;
  /** The person in the chat; with `memberId` only if it is that one. */
  members(conversationId: string): Promise<ConnectorAnswer>;
  member(conversationId: string, memberId: string): Promise<ConnectorAnswer>;
};

type Parts = Pick<SimulatorPorts, 'now' | 'newId' | 'logger'> & { chats: Chats; directory: Directory };
type Step = (person: SimulatedPerson) => ConnectorAnswer | Refusal;

const NewConversation = z.looseObject({
  isGroup: z.boolean().nullish(),
  members: z.array(z.looseObject({ id: z.string() })).length(1),
  activity: z.unknown().optional(),
});

const badSyntax: Refusal = { status: 400, code: 'BadSyntax', detail: 'not the documented shape' };
const noConversation: Refusal = { status: 404, code: 'ConversationNotFound', detail: '' };
const noActivity: Refusal = { status: 404, code: 'ActivityNotFound', detail: '' };
const notInstalled: Refusal = {
  status: 403,
  code: 'BotNotInConversationRoster',
  detail: 'app not installed',
};

/** What Teams' connector service does for 1:1 chats; what it refuses is logged and shown in the chat. */
export function createConnector(parts: Parts): Connector {
  const inChat = async (person: SimulatedPerson | null, absent: Refusal, step: Step) => {
    const installed = person && parts.chats.isInstalled(person.aadObjectId);
    const outcome = !person ? absent : installed ? step(person) : notInstalled;
    return 'code' in outcome ? answerRefusal(parts, outcome, person) : outcome;
  };
  const inConversation = async (id: string, step: Step) =>
    inChat(await parts.directory.byConversation(id), noConversation, step);

  return {
    async open(body) {
      const wanted = NewConversation.safeParse(body);
      const memberId = wanted.data?.members[0]?.id;
      if (memberId === undefined) return answerRefusal(parts, badSyntax, null);
      const person = await parts.directory.byMemberId(memberId);
      return inChat(person, notInstalled, (member) => open(parts, member, wanted.data?.activity));
    },
    post: (conversationId, body) => inConversation(conversationId, (person) => post(parts, person, body)),
    update: (conversationId, activityId, body) =>
      inConversation(conversationId, (person) => update(parts, person, activityId, body)),
    remove: (conversationId, activityId) =>
      inConversation(conversationId, (person) =>
        parts.chats.remove(person.aadObjectId, activityId) ? { status: 200, body: {} } : noActivity,
      ),
    members: (conversationId) =>
      inConversation(conversationId, (person) => ({ status: 200, body: [memberOf(person)] })),
    member: (conversationId, memberId) =>
      inConversation(conversationId, (person) => {
        const known = [userIdOf(person.aadObjectId), person.aadObjectId].includes(memberId);
        return known ? { status: 200, body: memberOf(person) } : noActivity;
      }),
  };
}

function open(parts: Parts, person: SimulatedPerson, activity: unknown): ConnectorAnswer | Refusal {
  const id = conversationIdOf(person.aadObjectId);
  if (activity === undefined || activity === null) return { status: 201, body: { id } };
  const posted = post(parts, person, activity);
  return 'code' in posted ? posted : { status: 201, body: { ...posted.body, id } };
}

function post(parts: Parts, person: SimulatedPerson, body: unknown): ConnectorAnswer | Refusal {
  const activity = BotActivity.safeParse(body);
  if (!activity.success) return badSyntax;
  const refusal = refuse(activity.data);
  if (refusal) return refusal;
  const id = `1:${parts.newId()}`;
  if (activity.data.type === 'typing') parts.chats.typing(person.aadObjectId);
  else show(parts, person, activity.data, { id, revision: 0 });
  return { status: 201, body: { id } };
}

/**
 * Replaces a message where it stands. One from before a restart of the simulator, which Teams would still have,
 * comes as a new message instead: the person must not miss what changed.
 */
function update(parts: Parts, person: SimulatedPerson, id: string, body: unknown): ConnectorAnswer | Refusal {
  const activity = BotActivity.safeParse(body);
  if (!activity.success) return badSyntax;
  const refusal = refuse(activity.data);
  if (refusal) return refusal;
  const known = parts.chats.find(person.aadObjectId, id);
  show(parts, person, activity.data, { id, revision: (known?.revision ?? 0) + 1 });
  return { status: 200, body: { id } };
}

function show(
  parts: Parts,
  person: SimulatedPerson,
  activity: BotActivity,
  place: { id: string; revision: number },
): void {
  const known = parts.chats.find(person.aadObjectId, place.id);
  const at = known ? new Date(known.at) : parts.now();
  parts.chats.put(person.aadObjectId, toChatMessage(activity, { ...place, at }));
}

function answerRefusal(parts: Parts, refusal: Refusal, person: SimulatedPerson | null): ConnectorAnswer {
  const { status, code, detail } = refusal;
  parts.logger.warn({ status, code, detail }, 'the simulator refused what Teams would not have taken');
  if (person) {
    const place = { id: parts.newId(), at: parts.now() };
    parts.chats.put(person.aadObjectId, noticeMessage(place, { kind: 'refused', status, code, detail }));
  }
  return { status, body: { error: { code, message: detail } } };
}

function memberOf(person: SimulatedPerson) {
  return {
    id: userIdOf(person.aadObjectId),
    name: person.name,
    aadObjectId: person.aadObjectId,
    objectId: person.aadObjectId,
    tenantId: simulatorTenantId,
    userRole: 'user',
  };
}
