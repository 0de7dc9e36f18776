import { join } from 'node:path';
import type { ConversationState } from '#bot/conversation/conversation-state.ts';
import type { Press } from '#bot/conversation/incoming-message.ts';
import { createReceiveMessage } from '#bot/conversation/receive-message.ts';
import type { ConversationStore, Storage } from '#bot/conversation/stores.ts';
import type { TurnResult } from '#bot/conversation/turn-result.ts';
import type { AttachmentName } from '#bot/handoff/case.ts';
import type { Reply } from '#bot/reply/reply.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';
import { readDeskFolder } from '#knowledge/desk-folder/read.ts';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { createMemoryStorage, emptyMemory, type Memory } from './memory-stores.ts';

export const demoFolder = join(import.meta.dirname, '../../knowledge/demo');

export async function loadDesk(folder = demoFolder): Promise<LoadedDesk> {
  const { desk, notes } = await readDeskFolder(folder);
  return { desk, notes: createNoteSearch(notes, { timezone: desk.settings.timezone }) };
}

/** A weekday morning when all three demo technicians are on duty. */
export const mondayMorning = '2026-11-23T09:15:00+01:00';

export type Talk = {
  readonly memory: Memory;
  readonly say: (text: string, options?: Partial<TurnOptions>) => Promise<TurnResult>;
  readonly press: (
    press: Partial<Press> & Pick<Press, 'verb'>,
    options?: Partial<TurnOptions>,
  ) => Promise<TurnResult>;
};

export type TurnOptions = {
  from: string;
  at: string;
  id: string;
  installed: boolean;
  attachments: AttachmentName[];
};

/** The real spine over stores in memory: what a channel would call, without a channel. */
export function startTalk(loaded: LoadedDesk, defaults: { from: string; at?: string }): Talk {
  const memory = emptyMemory();
  for (const [upn, technician] of loaded.desk.technicians) memory.technicians.set(upn, technician);
  let counter = 0;
  const newId = () => {
    counter += 1;
    return `id-${counter}`;
  };
  const receive = createReceiveMessage({
    storage: withConversations(memory),
    deskSource: { current: async () => loaded },
    triage: createTriage({ chooseResponsible }),
    chooseResponsible,
    newId,
    deliver: async () => undefined,
  });
  const send = (text: string, press: Press | null, options: Partial<TurnOptions> = {}) => {
    const upn = options.from ?? defaults.from;
    const person = loaded.desk.people.get(upn);
    return receive({
      id: options.id ?? newId(),
      address: {
        channel: 'simulator',
        conversationId: `chat-${upn}`,
        conversationType: 'personal',
        tenantId: null,
        serviceUrl: 'http://127.0.0.1',
        botId: 'bot',
        userId: upn,
      },
      from: { aadObjectId: person?.aadObjectId ?? upn, name: person?.name ?? upn },
      at: new Date(options.at ?? defaults.at ?? mondayMorning),
      text,
      locale: 'sv-SE',
      attachments: options.attachments ?? [],
      press,
      installed: options.installed ?? false,
    });
  };
  const blank = { caseId: null, offerId: null, reportId: null, noteId: null, value: null, text: null };
  return {
    memory,
    say: (text, options) => send(text, null, options),
    press: (press, options) => send('', { ...blank, ...press }, options),
  };
}

/** The handoff's stores with those of the talk; a turn that throws leaves nothing behind. */
export function withConversations(memory: Memory): Storage {
  const states = new Map<string, ConversationState>();
  const seen = new Set<string>();
  const handoff = createMemoryStorage(memory);
  const conversations: ConversationStore = {
    get: async (channel, conversationId, upn) => states.get(`${channel} ${conversationId} ${upn}`) ?? null,
    readBasis: async ({ channel, conversationId, personUpn, since }) => ({
      state: await conversations.get(channel, conversationId, personUpn),
      contact: await handoff.stores.contacts.get(personUpn),
      cases: await handoff.stores.cases.casesOf(personUpn, since),
      openCases: await handoff.stores.cases.openCountByTechnician(),
    }),
    async save(state) {
      const key = `${state.address.channel} ${state.address.conversationId} ${state.personUpn}`;
      if ((states.get(key)?.version ?? 0) !== state.version) return false;
      states.set(key, { ...state, version: state.version + 1 });
      return true;
    },
    async remember({ channel, conversationId, activityId }) {
      const key = `${channel} ${conversationId} ${activityId}`;
      const isNew = !seen.has(key);
      seen.add(key);
      return isNew;
    },
  };
  return {
    stores: { ...handoff.stores, conversations },
    transaction: (work) => handoff.transaction((stores) => work({ ...stores, conversations })),
  };
}

/** The first reply of that kind; fails the test when there is none. */
export function reply<Kind extends Reply['kind']>(
  turn: TurnResult,
  kind: Kind,
): Extract<Reply, { kind: Kind }> {
  const isWanted = (content: Reply): content is Extract<Reply, { kind: Kind }> => content.kind === kind;
  const found = turn.replies.map((envelope) => envelope.content).find(isWanted);
  if (found === undefined) {
    throw new Error(`no ${kind} among ${turn.replies.map((envelope) => envelope.content.kind).join(', ')}`);
  }
  return found;
}
