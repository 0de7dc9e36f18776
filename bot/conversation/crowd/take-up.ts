import { OutsideSystemFailed } from '#bot/errors.ts';
import type { Envelope } from '#bot/reply/reply.ts';
import type { IncomingMessage } from '../incoming-message.ts';
import { type ReceiveMessage, replacementOf } from '../turn-result.ts';
import type { Door } from './create-door.ts';
import type { TakenUp, WaitingStore } from './waiting-store.ts';

export type TakeUpPorts = {
  readonly store: WaitingStore;
  readonly door: Pick<Door, 'setBacklog'>;
  readonly receive: ReceiveMessage;
  /** Says what a press would have put in its card's place. Never throws. */
  readonly tellPressed: (message: IncomingMessage, answer: Envelope) => void;
  /** Says that it cannot be answered. Never throws. */
  readonly tellFailed: (message: IncomingMessage) => void;
  readonly now: () => Date;
  readonly logger: { warn(data: object, message: string): void; error(data: object, message: string): void };
  /** How many are under way at once. */
  readonly atOnce: number;
  /** Others are being told that it takes a while: that comes first, so that nobody sits before a silent chat. */
  readonly isTelling?: () => boolean;
};

export type TakeUp = {
  /** Looks whether any wait, and answers as many as there is room for. Call it at the start and now and again. */
  look(): Promise<void>;
  /** Takes no more, and waits for those under way. */
  stop(): Promise<void>;
};

/** After so many failures of its own it is given up, and its writer hears it. */
const mostAttempts = 5;
const secondsBetween = 5;

/** Answers what was kept when there was more to do than could be done, whichever process kept it. */
export function createTakeUp(ports: TakeUpPorts): TakeUp {
  const { store, door, atOnce, logger } = ports;
  const underWay = new Set<Promise<void>>();
  let looking: Promise<void> | null = null;
  let stopped = false;
  let again = false;
  const room = () => (ports.isTelling?.() ? 0 : atOnce - underWay.size);

  const take = async (): Promise<void> => {
    const asked = room();
    if (asked < 1) return;
    const taken = await store.take(asked);
    // Fewer than there was room for: whoever comes now overtakes nobody.
    door.setBacklog(taken.length === asked);
    for (const one of taken) begin(one);
  };
  const begin = (one: TakenUp): void => {
    const work: Promise<void> = answer(ports, one).finally(() => {
      underWay.delete(work);
      // Many are taken with one question, so not before there is room for many; and the next of a conversation may be
      // taken once the one before it is answered.
      if (room() < atOnce / 2) return;
      again = true;
      void look();
    });
    underWay.add(work);
  };
  const takeWhileMore = async (): Promise<void> => {
    try {
      do {
        again = false;
        await take();
      } while (again && !stopped);
    } catch (error) {
      logger.warn({ error: reasonOf(error) }, 'Waiting messages could not be looked for.');
    } finally {
      looking = null;
    }
  };
  const look = (): Promise<void> => {
    if (stopped || room() < 1) return Promise.resolve();
    looking ??= takeWhileMore();
    return looking;
  };
  return {
    look,
    async stop() {
      stopped = true;
      await looking;
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

async function answer(ports: TakeUpPorts, { place, attempt, message }: TakenUp): Promise<void> {
  try {
    const waited = { masked: message.waited?.masked ?? [], place };
    // What follows from it begins now: nobody's time to answer ran while it waited.
    const result = await ports.receive({ ...message, at: ports.now(), waited });
    const answer = message.press === null ? null : replacementOf(result);
    if (answer !== null) ports.tellPressed(message, answer);
  } catch (error) {
    await failed(ports, { place, attempt, message }, error).catch(() => undefined);
  }
}

/** A database that was away is no fault of the message. */
async function failed(
  ports: TakeUpPorts,
  { place, attempt, message }: TakenUp,
  error: unknown,
): Promise<void> {
  const about = { activityId: message.id, attempt, error: reasonOf(error) };
  const mayPass = error instanceof OutsideSystemFailed && error.retryable;
  if (attempt < mostAttempts || mayPass) {
    ports.logger.warn(about, 'A waiting message could not be answered yet.');
    return ports.store.giveBack(place, secondsBetween * Math.min(attempt, mostAttempts));
  }
  ports.logger.error(about, 'A waiting message was given up; its writer is told.');
  await ports.store.finish([place]);
  ports.tellFailed(message);
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : 'unknown';
}
