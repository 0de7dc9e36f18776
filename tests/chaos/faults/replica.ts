import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { type Place, root } from '../../bench/turn/servers.ts';
import { endReplica, forkReplica, hasEnded, standIn } from '../../support/fork-replica.ts';

/** Where a process can be told to die. */
export const DeathPlace = z.enum([
  'in a transaction',
  'between commit and send',
  'between send and mark',
  'in a job',
  'after the contractor’s yes',
]);
export type DeathPlace = z.infer<typeof DeathPlace>;

export type ReplicaSettings = {
  readonly place: Place;
  readonly port: number;
  /** What replica-child.ts takes, as JSON. */
  readonly given: string;
};

export type Replica = {
  readonly signal: (signal: 'SIGSTOP' | 'SIGCONT') => void;
  /** Sends the signal and waits for the end of the process. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** It dies when it next comes there. @returns false: it did not come there within so many milliseconds. */
  readonly dieAt: (place: DeathPlace, within: number) => Promise<boolean>;
};

/** A replica in a process of its own, when it listens. */
export async function startReplica({ place, port, given }: ReplicaSettings): Promise<Replica> {
  const child = await forkReplica(join(import.meta.dirname, 'replica-child.ts'), given, {
    place,
    port,
    variables: {
      // Most of a start is compiling.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/vaktis-compiled'),
      VAKTIS_LOG_LEVEL: process.env.CHAOS_LOG ?? 'silent',
      VAKTIS_CONTRACTOR_SERVICEDESK_SECRET: standIn,
    },
  });
  return {
    signal: (signal) => void child.kill(signal),
    end: (signal) => endReplica(child, signal),
    async dieAt(place, within) {
      child.send({ dieAt: place });
      return ended(child, AbortSignal.timeout(within));
    },
  };
}

async function ended(child: ChildProcess, signal: AbortSignal): Promise<boolean> {
  if (hasEnded(child)) return true;
  return once(child, 'exit', { signal }).then(
    () => true,
    () => false,
  );
}
