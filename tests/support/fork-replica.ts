import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { environment, type Place, processFlags, root } from '../bench/turn/servers.ts';
import { registration } from './teams-registration.ts';

const Listening = z.object({ url: z.string() });
/** For every secret that a registered bot must have: nobody here asks what it is. */
export const standIn = 'not-a-real-one';

/**
 * A replica in a process of its own, registered and in production, when it listens. `given`: what the file takes, as
 * JSON; `variables`: its further settings.
 */
export async function forkReplica(
  file: string,
  given: string,
  { place, port, variables }: { place: Place; port: number; variables: Readonly<Record<string, string>> },
): Promise<ChildProcess> {
  const child = fork(file, [given], {
    cwd: root,
    env: {
      ...environment(place),
      NODE_ENV: 'production',
      PORT: String(port),
      MicrosoftAppId: registration.appId,
      MicrosoftAppTenantId: registration.tenantId,
      MicrosoftAppPassword: standIn,
      ...variables,
    },
    execArgv: processFlags,
  });
  const started = Promise.withResolvers<void>();
  child.once('message', (message) => started.resolve(void Listening.parse(message)));
  child.once('exit', (code) =>
    started.reject(new Error(`A replica ended with ${code} before it was ready.`)),
  );
  await started.promise;
  return child;
}

export function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** Sends the signal and waits for the end of the process. */
export async function endReplica(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (hasEnded(child)) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
