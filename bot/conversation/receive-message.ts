import { isDeepStrictEqual } from 'node:util';
import type { Person } from '#bot/desk/person.ts';
import type { Contact, NewDelivery } from '#bot/handoff/stores.ts';
import { createLanes } from '#bot/lanes.ts';
import type { WishForWords } from '#bot/model/word-answers.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope, Reply } from '#bot/reply/reply.ts';
import type { DeskSource, LoadedDesk } from '#bot/triage/desk-source.ts';
import type { ChooseResponsible } from '#bot/triage/responsible.ts';
import type { Triage, TriageRequest } from '#bot/triage/triage-result.ts';
import type { ConversationState } from './conversation-state.ts';
import type { Door } from './crowd/create-door.ts';
import { identify } from './identify.ts';
import { inOwnChat, isInCompany, isPersonal } from './in-company.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { onMessage } from './on-message.ts';
import { prepareTurn } from './prepare-turn.ts';
import type { Storage, Stores } from './stores.ts';
import type { Outcome, Turn } from './turn.ts';
import type { ReceiveMessage, TurnResult } from './turn-result.ts';

export type ReceivePorts = {
  readonly storage: Storage;
  readonly deskSource: DeskSource;
  readonly triage: (
    request: TriageRequest,
    loaded: LoadedDesk,
    openCases: ReadonlyMap<string, number>,
  ) => Triage;
  readonly chooseResponsible: ChooseResponsible;
  readonly newId: () => string;
  /** What must be known of a text before it is triaged, and takes a moment; never throws. */
  readonly prepare?: (text: string, person: Person, loaded: LoadedDesk) => Promise<void>;
  /** How an answer may be worded when it is sent. Absent: as its note is written. */
  readonly wish?: WishForWords;
  /** Sends what the turn wrote to the outbox, in order. A failure is the outbox's matter, never the turn's. */
  readonly deliver: (deliveryIds: readonly string[]) => Promise<void>;
  /** Who comes when. Absent: everybody at once. */
  readonly door?: Door;
};

/** Two writers at once are rare (one person, one talk); more than this says that something is wrong. */
const mostTries = 5;

/**
 * The spine: identify, load, decide, store, send. A message is handled once, whatever is redelivered, and all
 * that it changes is stored together, with the replies and the jobs that follow from it.
 */
export function createReceiveMessage(ports: ReceivePorts): ReceiveMessage {
  // One message of a conversation at a time, in order; other conversations do not wait.
  const lanes = createLanes();
  return async (message) => {
    const leave = ports.door ? ports.door.begin(message) : stay;
    if (leave === null) return nothingDone;
    try {
      return await lanes.run(message.address.conversationId, () => receive(ports, message));
    } finally {
      leave();
    }
  };
}

async function receive(ports: ReceivePorts, message: IncomingMessage): Promise<TurnResult> {
  const { door } = ports;
  if (door?.isCrowded(message)) return keep(door, message);
  const loaded = await ports.deskSource.current();
  const person = identify(message.from, loaded.desk);
  await ports.prepare?.(message.text, person, loaded);
  const leave = door ? await door.enter(message) : stay;
  const stored = leave === null ? 'others first' : await think(ports, { message, person, loaded }, leave);
  if (stored === 'others first') return keep(door, message);
  const ids = stored === 'seen before' ? [] : stored.deliveryIds;
  await Promise.all([ports.deliver(ids), door?.finish(message)]);
  return stored === 'seen before' ? nothingDone : stored.result;
}

const stay = () => undefined;

/** For later, when others have had their turn. */
async function keep(door: Door | undefined, message: IncomingMessage): Promise<TurnResult> {
  await door?.keep(message);
  return nothingDone;
}

/** All but the waiting for others: the model before it, Teams after it. */
async function think(
  ports: ReceivePorts,
  given: Pick<Turn, 'message' | 'person' | 'loaded'>,
  leave: () => void,
): Promise<Stored | 'seen before' | 'others first'> {
  try {
    for (let attempt = 1; ; attempt += 1) {
      const prepared = await prepareTurn(ports, given);
      if (prepared.waits && !prepared.seen && ports.door?.mayWait(given.message)) return 'others first';
      const stored = await store(ports, await inItsPlace(ports, prepared));
      if (stored !== 'overtaken') return stored;
      if (attempt === mostTries) throw new Error('the conversation was overtaken too many times');
    }
  } finally {
    leave();
  }
}

/** What is personal goes on in the person's own chat, if there is one; the others only read that it does. */
async function inItsPlace(ports: ReceivePorts, turn: Turn): Promise<Turn> {
  const { message, person, loaded } = turn;
  if (!isInCompany(message) || message.installed || !isPersonal(turn)) return turn;
  const own = await inOwnChat(ports.storage.stores, message, person);
  if (own === null) return turn;
  return { ...(await prepareTurn(ports, { message: own, person, loaded })), saidIn: message.address };
}

type Stored = { readonly result: TurnResult; readonly deliveryIds: readonly string[] };

class Overtaken extends Error {}

async function store(ports: ReceivePorts, turn: Turn): Promise<Stored | 'overtaken' | 'seen before'> {
  try {
    const { cases, seen } = turn;
    return await ports.storage.transaction((stores) => storeTurn(ports, turn, stores), { cases, seen });
  } catch (error) {
    if (error instanceof Overtaken) return 'overtaken';
    throw error;
  }
}

async function storeTurn(ports: ReceivePorts, turn: Turn, stores: Stores): Promise<Stored | 'seen before'> {
  const { address, id } = turn.message;
  const { channel, conversationId } = address;
  const isNew = await stores.conversations.remember({ channel, conversationId, activityId: id, at: turn.at });
  // Installed anew on the same day: nothing is said again, but the person can be reached again.
  const isInOwnChat = address.conversationType === 'personal' && turn.saidIn === undefined;
  if (isInOwnChat && (isNew || turn.message.installed)) await saveContact(turn, stores);
  if (!isNew) return 'seen before';
  const outcome = wordAnswers(ports, turn, await onMessage(turn, stores));
  const envelopes = putInEnvelopes(turn, outcome);
  if (!(await stores.conversations.save(stateAfter(turn, outcome)))) throw new Overtaken();
  const aside = await writeAside(turn, stores, outcome);
  const ownIds = [...aside, ...(await writeReplies(turn, stores, envelopes, outcome.caseId))];
  return { result: resultOf(outcome, envelopes), deliveryIds: [...ownIds, ...outcome.deliveryIds] };
}

function stateAfter(turn: Turn, outcome: Outcome): ConversationState {
  const said = outcome.replies.length > 0 || outcome.pressAnswer !== null;
  return {
    ...outcome.state,
    introduced: turn.state.introduced || said,
    language: outcome.language,
    lastCaseId: outcome.caseId ?? outcome.state.lastCaseId,
    lastAt: turn.at,
  };
}

/** Says how answers may be worded; a press's answer like the reply that it is, so that it is known as the same. */
function wordAnswers({ wish }: ReceivePorts, turn: Turn, outcome: Outcome): Outcome {
  if (wish === undefined) return outcome;
  const { triage, language, pressAnswer } = outcome;
  const about = { triage, language, upn: turn.person.upn, languageAsked: turn.state.languageAsked };
  return {
    ...outcome,
    replies: outcome.replies.map((reply) => wish(reply, about)),
    pressAnswer: pressAnswer && wish(pressAnswer, about),
  };
}

/** The first thing that Vaktis says to a person says that it is a bot. */
function putInEnvelopes(turn: Turn, outcome: Outcome): Envelope[] {
  const masked: Reply[] = turn.masked.length === 0 ? [] : [{ kind: 'masked', what: turn.masked }];
  const lost = turn.message.attachments.filter((file) => file.lost === true).map(({ name }) => name);
  const dropped: Reply[] = lost.length === 0 ? [] : [{ kind: 'attachments-lost', names: lost }];
  return [...masked, ...outcome.replies, ...dropped].map((content, index) => ({
    language: outcome.language,
    introduce: index === 0 && !turn.state.introduced,
    content,
  }));
}

async function writeReplies(
  turn: Turn,
  stores: Stores,
  envelopes: readonly Envelope[],
  caseId: string | null,
): Promise<string[]> {
  return writeTo(turn, stores, turn.message.address, envelopes, caseId);
}

/** Where the others read along: that it goes on elsewhere. */
async function writeAside(turn: Turn, stores: Stores, { language }: Outcome): Promise<string[]> {
  if (turn.saidIn === undefined) return [];
  const content = { kind: 'private-matter', moved: true } as const;
  return writeTo(turn, stores, turn.saidIn, [{ language, introduce: false, content }], null);
}

async function writeTo(
  turn: Turn,
  stores: Stores,
  address: ConversationAddress,
  envelopes: readonly Envelope[],
  caseId: string | null,
): Promise<string[]> {
  const ids: string[] = [];
  for (const envelope of envelopes) {
    const delivery: NewDelivery = {
      id: turn.newId(),
      target: { kind: 'conversation', address },
      content: { kind: 'reply', envelope },
      caseId,
      offerId: null,
      replaces: null,
      createdAt: turn.at,
    };
    await stores.deliveries.add(delivery);
    ids.push(delivery.id);
  }
  return ids;
}

function resultOf(outcome: Outcome, replies: readonly Envelope[]): TurnResult {
  const { pressAnswer, decision, triage, matter, caseEffect, caseId, language } = outcome;
  return {
    handled: true,
    replies,
    pressAnswer: pressAnswer && { language, introduce: false, content: pressAnswer },
    decision,
    triage,
    matter,
    caseEffect,
    caseId,
  };
}

const nothingDone: TurnResult = {
  handled: false,
  replies: [],
  pressAnswer: null,
  decision: null,
  triage: null,
  matter: null,
  caseEffect: 'none',
  caseId: null,
};

/** Most messages come from where the last one came from. */
async function saveContact(turn: Turn, stores: Stores): Promise<void> {
  const contact = contactOf(turn.message, turn.person);
  if (!isDeepStrictEqual(contact, turn.contact)) await stores.contacts.save(contact);
}

/** How to reach the person later; only a personal chat is a way. */
function contactOf(message: IncomingMessage, person: Person): Contact {
  return {
    ...message.address,
    upn: person.upn,
    aadObjectId: person.aadObjectId,
    locale: message.locale,
    reachable: true,
  };
}
