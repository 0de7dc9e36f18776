import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { environment, processFlags, root } from '../bench/turn/servers.ts';
import { registration } from '../support/teams-registration.ts';

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

const Listening = z.object({ url: z.string() });
const standIn = 'not-a-real-one';

/** A replica in a process of its own, when it listens and is ready. */
export async function startReplica({ databaseUrl, port, given }: ReplicaSettings): Promise<Replica> {
  const child = fork(join(import.meta.dirname, 'replica-child.ts'), [given], {
    cwd: root,
    env: {
      ...environment({ DATABASE_URL: databaseUrl }),
      NODE_ENV: 'production',
      PORT: String(port),
      VAKTIS_DRAIN_SECONDS: '1',
      VAKTIS_LOG_LEVEL: process.env.ROLLING_LOG ?? 'error',
      MicrosoftAppId: registration.appId,
      MicrosoftAppTenantId: registration.tenantId,
      MicrosoftAppPassword: standIn,
    },
    execArgv: processFlags,
  });
  const started = Promise.withResolvers<void>();
  child.once('message', (message) => started.resolve(void Listening.parse(message)));
  child.once('exit', (code) =>
    started.reject(new Error(`A replica ended with ${code} before it was ready.`)),
  );
  await started.promise;
  return { port, end: (signal) => end(child, signal) };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<Ended> {
  const began = performance.now();
  const exited = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null;
  child.kill(signal);
  await exited;
  return { code: child.exitCode, milliseconds: performance.now() - began };
}
