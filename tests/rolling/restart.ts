import { setTimeout } from 'node:timers/promises';
import { type Ended, type Replica, type ReplicaSettings, startReplica } from './replica.ts';

export type Restart = {
  readonly replica: number;
  readonly signal: 'SIGTERM' | 'SIGKILL';
  /** Milliseconds since the start of the load. */
  readonly at: number;
  readonly ended: Ended;
  readonly readyAfter: number;
};

/** One after the other is stopped and started again, never both at once. */
export async function restartInTurn(
  replicas: Replica[],
  settings: readonly ReplicaSettings[],
  plan: { signals: readonly Restart['signal'][]; pause: () => number },
): Promise<Restart[]> {
  const began = performance.now();
  const restarts: Restart[] = [];
  for (const [index, signal] of plan.signals.entries()) {
    await setTimeout(plan.pause());
    const at = performance.now() - began;
    const which = index % replicas.length;
    const replica = replicas[which];
    const again = settings[which];
    if (replica === undefined || again === undefined) throw new Error('There is no such replica.');
    const ended = await replica.end(signal);
    const from = performance.now();
    replicas[which] = await startReplica(again);
    restarts.push({ replica: which + 1, signal, at, ended, readyAfter: performance.now() - from });
  }
  await setTimeout(plan.pause());
  return restarts;
}
