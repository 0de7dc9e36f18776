import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { endReplica, forkReplica } from '../support/fork-replica.ts';

export type ReplicaSettings = {
  readonly databaseUrl: string;
  readonly port: number;
  /** What replica-child.ts takes, as JSON. */
  readonly given: string;
  readonly env: Readonly<Record<string, string>>;
};

const Figures = z.object({ residentMb: z.number(), cpuSeconds: z.number(), statements: z.number() });
export type ReplicaFigures = z.infer<typeof Figures>;

/** What /metrics says of the crowd. */
export type CrowdFigures = {
  readonly turnAge: number;
  readonly backlog: number;
  readonly backlogAge: number;
  readonly deferred: number;
  readonly refused: number;
};

export type Replica = {
  readonly port: number;
  figures(): Promise<ReplicaFigures>;
  crowd(): Promise<CrowdFigures>;
  /** Asks it to stop and waits for its end. @returns what it ended with. */
  end(): Promise<number | null>;
};

/** A replica in a process of its own, when it listens. */
export async function startReplica({ databaseUrl, port, given, env }: ReplicaSettings): Promise<Replica> {
  const child = await forkReplica(join(import.meta.dirname, 'replica-child.ts'), given, {
    place: { DATABASE_URL: databaseUrl },
    port,
    variables: { VAKTIS_LOG_LEVEL: process.env.LOAD_LOG ?? 'silent', ...env },
  });
  return {
    port,
    async figures() {
      const answer = nextMessage(child);
      child.send('figures');
      return Figures.parse(await answer);
    },
    crowd: () => readCrowd(port),
    async end() {
      await endReplica(child, 'SIGTERM');
      return child.exitCode;
    },
  };
}

function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const died = (code: number | null) => reject(new Error(`A replica ended with ${code}.`));
    child.once('exit', died);
    child.once('message', (message) => {
      child.off('exit', died);
      resolve(message);
    });
  });
}

async function readCrowd(port: number): Promise<CrowdFigures> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? 0);
  return {
    turnAge: value('vaktis_turns_oldest_waiting_seconds'),
    backlog: value('vaktis_deferred_waiting'),
    backlogAge: value('vaktis_deferred_oldest_seconds'),
    deferred: value('vaktis_messages_deferred'),
    refused: value('vaktis_messages_refused'),
  };
}
