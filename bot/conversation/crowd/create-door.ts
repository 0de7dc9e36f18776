import type { ConversationAddress } from '#bot/reply/address.ts';
import type { IncomingMessage } from '../incoming-message.ts';
import { createAllowances } from './allowance.ts';
import { createCalls } from './count-calls.ts';
import { type CrowdLimits, usualLimits } from './crowd-limits.ts';
import { createFairGate, type Leave } from './fair-gate.ts';
import { inBatches } from './in-batches.ts';
import type { Kept, ToKeep, WaitingStore } from './waiting-store.ts';

/** What a writer hears instead of an answer: it is kept until there is time, or there is enough of theirs already. */
export type Told = 'kept' | 'full';

export type DoorPorts = {
  /** Null: nothing can be kept, so everybody waits for as long as it takes. */
  readonly store: WaitingStore | null;
  /** Says it in the message's conversation. Never throws. */
  readonly tell: (told: Told, message: IncomingMessage, known: Pick<Kept, 'language' | 'introduced'>) => void;
  /** Milliseconds on a clock that never jumps. */
  readonly elapsed: () => number;
  readonly limits?: Partial<CrowdLimits>;
};

export type DoorFigures = {
  /** Turns of this process, and for how many seconds the oldest has waited; 0: none does. */
  readonly waiting: number;
  readonly oldest: number;
  /** Messages since the start that were kept for later, and that were too many of one conversation. */
  readonly kept: number;
  readonly refused: number;
};

/** Before every turn: who comes when, and who is asked to wait. */
export type Door = {
  /** Null: the conversation, or whoever writes, has enough under way here. Else what is called when the message is done with. */
  begin(message: IncomingMessage): Leave | null;
  /** There is more to do than can be done soon, or its tenant had enough, and this message may wait. Asked once of each. */
  isCrowded(message: IncomingMessage): boolean;
  /** May be kept for later at all: not a press, which is answered in its card, nor what has waited already. */
  mayWait(message: IncomingMessage): boolean;
  /** A turn in fair order; null: it took too long, and the message may wait. */
  enter(message: IncomingMessage): Promise<Leave | null>;
  /** Keeps it, and says so to whoever has not heard. @throws when it could not be kept. */
  keep(message: IncomingMessage): Promise<void>;
  /** What had waited is answered. */
  finish(message: IncomingMessage): Promise<void>;
  /** Whether others wait that were here before whoever comes now. */
  setBacklog(behind: boolean): void;
  figures(): DoorFigures;
  /** False: somebody has waited so long that nothing seems to move. */
  isAble(): boolean;
};

/** Questions to the database get longer with each message; this many are still one that is short. */
const mostInBatch = 100;

export function createDoor({ store, tell, elapsed, limits: given }: DoorPorts): Door {
  const limits = { ...usualLimits, ...given };
  const gate = createFairGate({ atOnce: limits.atOnce, elapsed });
  const calls = createCalls({ most: limits.mostWaiting, elapsed });
  const people = createAllowances(limits.person, elapsed);
  const tenants = createAllowances(limits.tenant, elapsed);
  const keepAll = inBatches(
    (messages: readonly ToKeep[]) => (store ? store.keep(messages) : Promise.resolve([])),
    mostInBatch,
  );
  const finishAll = inBatches(async (places: readonly string[]) => {
    await store?.finish(places);
    return places;
  }, mostInBatch);
  let behind = false;
  const count = { kept: 0, refused: 0 };
  const refuse = (message: IncomingMessage, known: Pick<Kept, 'language' | 'introduced'>, say: boolean) => {
    count.refused += 1;
    if (say) tell('full', message, known);
  };
  // Another process may have told it already.
  const tellFull = async (message: IncomingMessage): Promise<void> => {
    const isNews = await store?.isNews(message.address).catch(() => true);
    if (isNews) tell('full', message, { language: null, introduced: true });
  };
  const mayWait = ({ press, waited }: IncomingMessage) =>
    store !== null && press === null && waited === undefined;
  return {
    mayWait,
    begin(message) {
      if (!mayWait(message)) return () => undefined;
      const writer = writerOf(message);
      const call = calls.begin(keyOf(message.address), people.wait(writer) > 0);
      if (call.leave !== null) {
        people.use(writer);
        return call.leave;
      }
      count.refused += 1;
      if (call.isFirst) void tellFull(message);
      return null;
    },
    isCrowded(message) {
      if (!mayWait(message)) return false;
      const tenant = message.address.tenantId ?? '';
      const isOver = tenants.wait(tenant) > 0;
      if (!isOver) tenants.use(tenant);
      return isOver || behind || gate.figures().oldest > limits.crowdedAfter;
    },
    enter: (message) =>
      gate.enter({
        line: lineOf(message.address),
        urgent: message.press !== null,
        patience: mayWait(message) ? limits.patience : null,
      }),
    async keep(message) {
      const asks = !message.installed && message.revises === undefined;
      const {
        outcome,
        tell: isNews,
        ...known
      } = await keepAll({ message, line: lineOf(message.address), asks });
      if (outcome === 'full') return refuse(message, known, isNews);
      if (outcome === 'known') return;
      count.kept += 1;
      if (isNews) tell('kept', message, known);
    },
    async finish({ waited }) {
      if (waited) await finishAll(waited.place);
    },
    setBacklog(isThere) {
      behind = isThere;
    },
    figures() {
      const { waiting, oldest } = gate.figures();
      return { waiting, oldest: oldest / 1000, ...count };
    },
    isAble: () => gate.figures().oldest < limits.stuckAfter,
  };
}

/** Whoever it is, in whichever conversation: a person who has none in Entra is one of the channel's. */
function writerOf({ address, from }: IncomingMessage): string {
  return `${address.tenantId ?? ''} ${from.aadObjectId ?? address.userId}`;
}

function keyOf({ channel, conversationId }: ConversationAddress): string {
  return `${channel} ${conversationId}`;
}

/** A channel's threads are conversations of their own, named `19:…;messageid=…`; together they have one turn. */
export function lineOf(address: ConversationAddress): string {
  return keyOf(address).replace(/;.*$/, '');
}
