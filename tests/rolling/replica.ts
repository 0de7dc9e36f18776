import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { endReplica, forkReplica } from '../support/fork-replica.ts';

export type ReplicaSettings = {
  readonly databaseUrl: string;
  readonly port: number;
  /** What replica-child.ts takes, as JSON. */
  readonly given: string;
};

/** How one replica ended. */
export type Ended = { readonly code: number | null; readonly milliseconds: number };

export type Replica = {
  readonly port: number;
  /** Sends the signal and waits for the end of the process. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<Ended>;
};

/** A replica in a process of its own, when it listens and is ready. */
export async function startReplica({ databaseUrl, port, given }: ReplicaSettings): Promise<Replica> {
  const child = await forkReplica(join(import.meta.dirname, 'replica-child.ts'), given, {
    place: { DATABASE_URL: databaseUrl },
    port,
    variables: { VAKTIS_DRAIN_SECONDS: '1', VAKTIS_LOG_LEVEL: process.env.ROLLING_LOG ?? 'error' },
  });
  return { port, end: (signal) => end(child, signal) };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended> {
  const began = performance.now();
  await endReplica(child, signal);
  return { code: child.exitCode, milliseconds: performance.now() - began };
}
