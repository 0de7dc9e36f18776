import { z } from 'zod';
import { BotActivity, toChatMessage } from './bot-activity.ts';
import type { CardRemark, ChatMessage, SimulatedPerson } from './chat.ts';
import type { Chats } from './chats.ts';
import type { Directory } from './directory.ts';
import { conversationIdOf, simulatorTenantId, userIdOf } from './identities.ts';
import { noticeMessage } from './notices.ts';
import { judgeActivity, type Refusal, splitActivity } from './refuse.ts';
import type { SimulatorPorts } from './simulator-ports.ts';
import type { StreamStep, Streams } from './streams.ts';

/** An HTTP answer to the bot. */
export type ConnectorAnswer = {
  readonly status: number;
  readonly body: object | null;
  /** Seconds, for the header `Retry-After`. */
  readonly retryAfter?: number;
};

export type Connector = {
  open(body: unknown): Promise<ConnectorAnswer>;
  post(conversationId: string, body: unknown): Promise<ConnectorAnswer>;
  update(conversationId: string, activityId: string, body: unknown): Promise<ConnectorAnswer>;
  remove(conversationId: string, activityId: string): Promise<ConnectorAnswer>;
  /** The person in the chat; with `memberId` only if it is that one. */
  members(conversationId: string): Promise<ConnectorAnswer>;
  member(conversationId: string, memberId: string): Promise<ConnectorAnswer>;
  /** The next that is sent to this person is answered with 429, whatever the rate. */
  makeBusy(personId: string): void;
};

type Parts = Pick<SimulatorPorts, 'now' | 'newId' | 'logger'> & {
  chats: Chats;
  directory: Directory;
  streams: Streams;
  /** Counts a send; see createRateLimit. */
  rate: (conversationId: string) => number | null;
  /** The person has this message on screen now. */
  onSeen: (person: SimulatedPerson, message: ChatMessage) => void;
};
type Outcome = ConnectorAnswer | Refusal;
type Step = (person: SimulatedPerson) => Outcome;

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
/** Only `29:` ids and object ids name somebody: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/send-proactive-messages */
const noSuchId: Refusal = {
  status: 400,
  code: 'UnknownRecipient',
  detail: 'neither a 29: id nor an object id',
};
const busyFor = 2;

/** What Teams' connector service does for 1:1 chats; what it refuses is logged and shown. */
export function createConnector(parts: Parts): Connector {
  const busy = new Set<string>();
  const inChat = async (person: SimulatedPerson | null, absent: Refusal, step: Step) => {
    const installed = person && parts.chats.isInstalled(person.aadObjectId);
    const outcome = !person ? absent : installed ? step(person) : notInstalled;
    return 'code' in outcome ? answerRefusal(parts, outcome, person) : outcome;
  };
  const inConversation = async (id: string, step: Step) =>
    inChat(await parts.directory.byConversation(id), noConversation, step);
  const counted = (conversationId: string, step: Step): Step => {
    return (person) => {
      const retryAfter = busy.delete(person.aadObjectId) ? busyFor : parts.rate(conversationId);
      return retryAfter === null ? step(person) : tooMany(retryAfter);
    };
  };
  return {
    async open(body) {
      const wanted = NewConversation.safeParse(body);
      const memberId = wanted.data?.members[0]?.id;
      if (memberId === undefined) return answerRefusal(parts, badSyntax, null);
      const person = await parts.directory.byMemberId(memberId);
      const absent = isMemberId(memberId) ? notInstalled : noSuchId;
      const step: Step = (member) => open(parts, member, wanted.data?.activity);
      return inChat(person, absent, counted(memberId, step));
    },
    post: (conversationId, body) =>
      inConversation(
        conversationId,
        counted(conversationId, (person) => post(parts, person, body)),
      ),
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
    makeBusy: (personId) => {
      busy.add(personId);
    },
  };
}

function isMemberId(id: string): boolean {
  return id.startsWith('29:') || /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

function tooMany(retryAfter: number): Refusal {
  return { status: 429, code: 'TooManyRequests', detail: `Retry-After: ${retryAfter}`, retryAfter };
}

function open(parts: Parts, person: SimulatedPerson, activity: unknown): Outcome {
  const id = conversationIdOf(person.aadObjectId);
  if (activity === undefined || activity === null) return { status: 201, body: { id } };
  const posted = post(parts, person, activity);
  return 'code' in posted ? posted : { status: 201, body: { ...posted.body, id } };
}

function post(parts: Parts, person: SimulatedPerson, body: unknown): Outcome {
  const activity = BotActivity.safeParse(body);
  if (!activity.success) return badSyntax;
  const judged = judgeActivity(activity.data);
  if (judged.refusal) return judged.refusal;
  const step = parts.streams.take(person.aadObjectId, activity.data);
  if (step.kind === 'refused') return step.refusal;
  if (step.kind !== 'none') return showStep(parts, person, activity.data, { step, remarks: judged.remarks });
  if (activity.data.type === 'typing') {
    parts.chats.typing(person.aadObjectId);
    return { status: 201, body: { id: `1:${parts.newId()}` } };
  }
  const messages = splitActivity(activity.data);
  const split: CardRemark[] = messages.length > 1 ? [{ kind: 'split', detail: 'no id was returned' }] : [];
  const ids = messages.map((message, index) => {
    const id = `1:${parts.newId()}`;
    const remarks = index === messages.length - 1 ? [...judged.remarks, ...split] : [];
    show(parts, person, message, { id, revision: 0, remarks });
    return id;
  });
  return { status: 201, body: messages.length > 1 ? {} : { id: ids[0] } };
}

type TakenStep = Exclude<StreamStep, { kind: 'none' | 'refused' }>;

/** One message that grows where it stands. Its end may hold text and a card, and is not split. */
function showStep(
  parts: Parts,
  person: SimulatedPerson,
  activity: BotActivity,
  { step, remarks }: { step: TakenStep; remarks: readonly CardRemark[] },
): ConnectorAnswer {
  const { id, kind, informs } = step;
  const streaming =
    kind === 'ended' ? {} : { streaming: informs ? ('informing' as const) : ('growing' as const) };
  show(parts, person, activity, { id, revision: 0, remarks }, streaming);
  return kind === 'begun' ? { status: 201, body: { id } } : { status: 202, body: {} };
}

/**
 * Replaces a message where it stands. One from before a restart of the simulator, which Teams would still have,
 * comes as a new message instead: the person must not miss what changed.
 */
function update(parts: Parts, person: SimulatedPerson, id: string, body: unknown): Outcome {
  const activity = BotActivity.safeParse(body);
  if (!activity.success) return badSyntax;
  const judged = judgeActivity(activity.data);
  if (judged.refusal) return judged.refusal;
  const known = parts.chats.find(person.aadObjectId, id);
  const revision = (known?.revision ?? 0) + 1;
  show(parts, person, activity.data, { id, revision, remarks: judged.remarks });
  return { status: 200, body: { id } };
}

function show(
  parts: Parts,
  person: SimulatedPerson,
  activity: BotActivity,
  place: { id: string; revision: number; remarks: readonly CardRemark[] },
  streaming: Pick<ChatMessage, 'streaming'> = {},
): void {
  const known = parts.chats.find(person.aadObjectId, place.id);
  const at = known ? new Date(known.at) : parts.now();
  const message = { ...toChatMessage(activity, { ...place, at }), ...streaming };
  if (parts.chats.arrive(person.aadObjectId, message)) parts.onSeen(person, message);
}

function answerRefusal(parts: Parts, refusal: Refusal, person: SimulatedPerson | null): ConnectorAnswer {
  const { status, code, detail, retryAfter } = refusal;
  parts.logger.warn({ status, code, detail }, 'the simulator refused what Teams would not have taken');
  const at = parts.now();
  parts.chats.addRefusal({ at: at.toISOString(), status, code, detail, name: person?.name ?? null });
  if (person) {
    const place = { id: parts.newId(), at };
    parts.chats.put(person.aadObjectId, noticeMessage(place, { kind: 'refused', status, code, detail }));
  }
  const body = { error: { code, message: detail } };
  return { status, body, ...(retryAfter === undefined ? {} : { retryAfter }) };
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
