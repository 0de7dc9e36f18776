import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { z } from 'zod';
import { environment, type Place, processFlags, root } from '../../bench/turn/servers.ts';
import { registration } from '../../support/teams-registration.ts';

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

const Listening = z.object({ url: z.string() });
const standIn = 'not-a-real-one';

/** A replica in a process of its own, when it listens. */
export async function startReplica({ place, port, given }: ReplicaSettings): Promise<Replica> {
  const child = fork(join(import.meta.dirname, 'replica-child.ts'), [given], {
    cwd: root,
    env: {
      ...environment(place),
      NODE_ENV: 'production',
      // Most of a start is compiling.
      NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/vaktis-compiled'),
      PORT: String(port),
      VAKTIS_LOG_LEVEL: process.env.CHAOS_LOG ?? 'silent',
      VAKTIS_CONTRACTOR_SERVICEDESK_SECRET: standIn,
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
  return {
    signal: (signal) => void child.kill(signal),
    end: (signal) => end(child, signal),
    async dieAt(place, within) {
      child.send({ dieAt: place });
      return ended(child, AbortSignal.timeout(within));
    },
  };
}

async function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}

async function ended(child: ChildProcess, signal: AbortSignal): Promise<boolean> {
  if (child.exitCode !== null || child.signalCode !== null) return true;
  return once(child, 'exit', { signal }).then(
    () => true,
    () => false,
  );
}
