import type { IncomingMessage } from '../incoming-message.ts';
import { lineOf } from './create-door.ts';
import type { WaitingStore } from './waiting-store.ts';

/** A message that is kept beside its turn, which goes on. */
export type Safe = {
  /** The turn ended, however it did: whoever takes it up now finds it answered, or answers it. Never throws. */
  release(): Promise<void>;
};

/**
 * Keeps a message, or a press, whose turn takes so long that its channel has to be told that it was taken: a channel
 * that was told so does not send it again, so nobody else would know of it if this process died.
 * @returns null when it cannot be kept: then the channel must not be told. Never throws.
 */
export type KeepSafe = (message: IncomingMessage) => Promise<Safe | null>;

export type KeepSafePorts = {
  readonly store: Pick<WaitingStore, 'keepBeside' | 'giveBack'>;
  readonly logger: { warn(data: object, message: string): void };
};

export function createKeepSafe({ store, logger }: KeepSafePorts): KeepSafe {
  const complain = (message: IncomingMessage) => (error: unknown) => {
    const reason = error instanceof Error ? error.message : 'unknown';
    logger.warn({ activityId: message.id, error: reason }, 'A slow message could not be kept.');
    return null;
  };
  const keep: KeepSafe = async (message) => {
    if (message.waited) return null;
    const kept = await store.keepBeside({ message, line: lineOf(message.address), asks: false });
    if (kept === null) return null;
    const { place } = kept;
    return {
      async release() {
        // The end of its minute does the same.
        if (place !== null) await store.giveBack(place, 0).catch(complain(message));
      },
    };
  };
  return (message) => keep(message).catch(complain(message));
}
