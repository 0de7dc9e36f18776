import type { Logger } from './logger.ts';

export type Stopping = {
  readonly logger: Logger;
  /** Tells whoever shares out the work that this process leaves. */
  readonly retire: () => void;
  /** Milliseconds between that and the end of taking work: so long may a proxy need to notice. */
  readonly drain: number;
  /** Ends what is under way, and lets go of what is held. */
  readonly stop: () => Promise<void>;
  readonly wait: (milliseconds: number) => Promise<unknown>;
  readonly exit: (code: number) => void;
};

/** Milliseconds for the end of what is under way. Whoever starts us must wait longer than this and the drain. */
export const longestStop = 25_000;

/**
 * What a signal does: first no longer ready, then nothing new is taken, then what is under way ends. A second signal
 * ends the process at once, and so does a stop that hangs: what it was at is taken up by another process.
 */
export function createStop(ports: Stopping): (signal: string) => void {
  const { logger, exit } = ports;
  let asked = false;
  return (signal) => {
    if (asked) return exit(1);
    asked = true;
    logger.info({ signal }, 'stopping');
    stopInOrder(ports).then(
      (inTime) => {
        if (!inTime) logger.error({}, 'could not stop in time; what is under way is left to others');
        exit(inTime ? 0 : 1);
      },
      (error: unknown) => {
        logger.error({ error: error instanceof Error ? error.message : 'unknown' }, 'could not stop cleanly');
        exit(1);
      },
    );
  };
}

/** @returns whether all of it ended in time. */
async function stopInOrder({ retire, drain, stop, wait }: Stopping): Promise<boolean> {
  retire();
  if (drain > 0) await wait(drain);
  const late = wait(longestStop).then(() => false);
  return Promise.race([stop().then(() => true), late]);
}

/**
 * Hears signals from now on. One that comes before the start is done waits for its end, so that a database is never left
 * half opened. @returns what is to be called when there is something to stop.
 */
export function listenForStop(
  on: (signal: 'SIGINT' | 'SIGTERM', heard: (signal: string) => void) => void = (signal, heard) =>
    void process.on(signal, heard),
): (ports: Stopping) => void {
  let early: string | null = null;
  let hear = (signal: string): void => {
    early = signal;
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) on(signal, (heard) => hear(heard));
  return (ports) => {
    hear = createStop(ports);
    if (early !== null) hear(early);
  };
}
