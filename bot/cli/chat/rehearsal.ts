import { isDeepStrictEqual } from 'node:util';
import type { IncomingMessage, Press } from '#bot/conversation/incoming-message.ts';
import { createReceiveMessage, type ReceivePorts } from '#bot/conversation/receive-message.ts';
import type { Storage } from '#bot/conversation/stores.ts';
import type { Person } from '#bot/desk/person.ts';
import { createDeliverer } from '#bot/jobs/create-deliverer.ts';
import type { ConversationAddress } from '#bot/reply/address.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import { chooseResponsible } from '#bot/triage/choose-responsible.ts';
import type { LoadedDesk } from '#bot/triage/desk-source.ts';
import { createTriage } from '#bot/triage/triage.ts';

/** How messages are understood. */
export type Understanding = Pick<ReceivePorts, 'triage' | 'prepare'>;

export type Arrived = { readonly upn: string; readonly envelope: Envelope; readonly isUpdate: boolean };

/** The whole spine with its outbox, in a room where every message is handed to `onMessage` instead of being sent. */
export type Rehearsal = {
  /** The app was just installed for that person: the welcome. */
  arrive(person: Person): Promise<void>;
  say(person: Person, text: string): Promise<void>;
  press(person: Person, press: Press): Promise<void>;
};

export function createRehearsal(ports: {
  readonly storage: Storage;
  readonly loaded: LoadedDesk;
  readonly now: () => Date;
  readonly newId: () => string;
  readonly random: () => number;
  readonly onMessage: (arrived: Arrived) => void;
  /** Absent: by words alone. */
  readonly understanding?: Understanding;
}): Rehearsal {
  const { storage, loaded, now, newId } = ports;
  const deskSource = { current: async () => loaded };
  const upnOf = new Map([...loaded.desk.people.values()].map(({ upn, aadObjectId }) => [aadObjectId, upn]));
  const deliverer = createDeliverer({
    storage,
    deskSource,
    notifier: {
      async send({ address, envelope, replaces }) {
        const activityId = replaces ?? newId();
        ports.onMessage({ upn: address.userId, envelope, isUpdate: replaces !== null });
        return { activityId, conversationId: `chat-${address.userId}` };
      },
    },
    firstContact: (aadObjectId) => addressOf(upnOf.get(aadObjectId) ?? aadObjectId),
    now,
    random: ports.random,
    newId,
    logger: { info: () => undefined, warn: () => undefined },
  });
  const receive = createReceiveMessage({
    storage,
    deskSource,
    ...(ports.understanding ?? { triage: createTriage({ chooseResponsible }) }),
    chooseResponsible,
    newId,
    deliver: deliverer.deliverAll,
  });
  const send = async (person: Person, said: Partial<IncomingMessage>) => {
    const result = await receive({ ...messageFrom(person, { id: newId(), at: now() }), ...said });
    const { pressAnswer, replies } = result;
    const isSaid = replies.some((reply) => isDeepStrictEqual(reply.content, pressAnswer?.content));
    // In Teams it takes the pressed card's place.
    if (pressAnswer && !isSaid) ports.onMessage({ upn: person.upn, envelope: pressAnswer, isUpdate: false });
  };
  return {
    arrive: (person) => send(person, { installed: true }),
    say: (person, text) => send(person, { text }),
    press: (person, press) => send(person, { press }),
  };
}

function addressOf(upn: string): ConversationAddress {
  return {
    channel: 'simulator',
    conversationId: `chat-${upn}`,
    conversationType: 'personal',
    tenantId: null,
    serviceUrl: 'http://127.0.0.1',
    botId: 'vaktis',
    userId: upn,
  };
}

function messageFrom(person: Person, moment: { id: string; at: Date }): IncomingMessage {
  return {
    ...moment,
    address: addressOf(person.upn),
    from: { aadObjectId: person.aadObjectId ?? person.upn, name: person.name },
    text: '',
    locale: null,
    attachments: [],
    press: null,
    installed: false,
  };
}
