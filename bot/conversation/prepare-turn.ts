import type { Person } from '#bot/desk/person.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { maskSecrets } from '#bot/triage/mask-secrets.ts';
import type { Triage } from '#bot/triage/triage-result.ts';
import type { ConversationState } from './conversation-state.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { findTalkIntents } from './intents.ts';
import { longestText } from './on-message.ts';
import type { ReceivePorts } from './receive-message.ts';
import { siteToday } from './site-today.ts';
import type { Turn } from './turn.ts';

const rememberedFor = 30 * 24 * 60 * 60 * 1000;

/** Reads all that the turn rests on, before its transaction: nothing is awaited there but the database. */
export async function prepareTurn(
  ports: ReceivePorts,
  { message, person, loaded }: { message: IncomingMessage; person: Person; loaded: LoadedDesk },
): Promise<Turn> {
  const { stores } = ports.storage;
  const { channel, conversationId } = message.address;
  const since = new Date(message.at.getTime() - rememberedFor);
  const of = { channel, conversationId, personUpn: person.upn, since, activityId: message.id };
  const {
    state: known,
    contact,
    cases,
    openCases,
    seen = false,
    waits = false,
  } = await stores.conversations.readBasis(of);
  const state = known ?? newConversation(message, person);
  const { text, masked } = maskSecrets(message.text.slice(0, longestText));
  const at = message.at;
  const today = siteToday({ state, loaded, at });
  return {
    message: withMaskedParts(message),
    person,
    loaded,
    at,
    newId: ports.newId,
    state: { ...state, address: message.address },
    text,
    masked: [...new Set([...(message.waited?.masked ?? []), ...masked])],
    intents: findTalkIntents(text),
    contact,
    cases,
    seen,
    waits,
    openCases,
    chooseResponsible: ports.chooseResponsible,
    triage: once((request) =>
      ports.triage({ from: person, at, siteId: today, shownNoteIds: [], ...request }, loaded, openCases),
    ),
  };
}

/** Triage is pure, and a turn asks it the same more than once: as a message alone, and as a matter's first words. */
function once(triage: Turn['triage']): Turn['triage'] {
  const known = new Map<string, Triage>();
  return (request) => {
    const key = JSON.stringify(request);
    const found = known.get(key) ?? triage(request);
    known.set(key, found);
    return found;
  };
}

function newConversation(message: IncomingMessage, person: Person): ConversationState {
  return {
    address: message.address,
    personUpn: person.upn,
    introduced: false,
    language: null,
    languageAsked: false,
    siteToday: null,
    reports: [],
    lastCaseId: null,
    lastAt: null,
    version: 0,
  };
}

/** What a technician or requester wrote into a card, and what a file is called, passes the same mask as a message. */
function withMaskedParts(message: IncomingMessage): IncomingMessage {
  // A scanned form is often called by the number of whom it is about.
  const attachments = message.attachments.map((file) => ({ ...file, name: maskSecrets(file.name).text }));
  if (message.press?.text == null) return { ...message, attachments };
  const text = maskSecrets(message.press.text.slice(0, longestText)).text;
  return { ...message, attachments, press: { ...message.press, text } };
}
