import { buildActivity } from '../../support/activities.ts';
import type { BenchConnector } from './bench-connector.ts';
import type { BenchPerson } from './bench-desk.ts';
import type { ChildFigures } from './child.ts';
import { type Driven, drive, inOwnChat, post, type Target } from './drive.ts';
import type { Length } from './lengths.ts';
import { type Others, readOthers } from './processor-time.ts';
import type { BenchServer } from './servers.ts';

export type Peer = {
  readonly name: string;
  readonly server: BenchServer;
  readonly echo: boolean;
  /** Before it did anything. */
  readonly idle: ChildFigures;
};

/** One turn of one server at one number of conversations. */
export type Round = {
  readonly peer: string;
  readonly conversations: number;
  readonly driven: Driven;
  /** Of the server, over all its threads. */
  readonly cpuSeconds: number;
  /** Meanwhile, on the same processors: of what plays Teams, and of Postgres. */
  readonly others: Others;
  /** That the server sent to its database. */
  readonly statements: number;
};

export type Plan = {
  readonly peers: readonly Peer[];
  readonly connector: BenchConnector;
  readonly staff: readonly BenchPerson[];
  readonly caseHandlers: readonly BenchPerson[];
  readonly length: Length;
  /** Postgres's data; null: there is none. */
  readonly databaseFolder: string | null;
};

/** The servers one after the other, A B C A B C, so that a noisy neighbour disturbs all of them alike. */
export async function measureRounds(plan: Plan): Promise<Round[]> {
  const targets = plan.peers.map((peer) => ({ ...toTarget(peer, plan.staff), peer }));
  for (const { peer } of targets) if (!peer.echo) await install(peer, plan);
  for (const target of targets) {
    await drive(target, plan.connector, { conversations: 20, seconds: plan.length.warmUpSeconds });
  }
  const rounds: Round[] = [];
  for (const conversations of plan.length.conversations) {
    for (let round = 0; round < plan.length.rounds; round += 1) {
      for (const target of targets) {
        const before = await target.peer.server.figures();
        const othersBefore = await readOthers(plan.databaseFolder);
        const load = { conversations, seconds: plan.length.seconds };
        const driven = await drive(target, plan.connector, load);
        const othersAfter = await readOthers(plan.databaseFolder);
        const after = await target.peer.server.figures();
        rounds.push({
          peer: target.peer.name,
          conversations,
          driven,
          cpuSeconds: after.cpuSeconds - before.cpuSeconds,
          others: {
            client: othersAfter.client - othersBefore.client,
            database: othersAfter.database - othersBefore.database,
          },
          statements: after.statements - before.statements,
        });
      }
    }
  }
  return rounds;
}

function toTarget(peer: Peer, staff: readonly BenchPerson[]): Target {
  let talk = 0;
  return {
    url: peer.server.url,
    echo: peer.echo,
    name: peer.name,
    nextPerson() {
      talk += 1;
      const person = staff[talk % staff.length];
      if (person === undefined) throw new Error('There is nobody to speak.');
      return { person, talk };
    },
  };
}

/** Technicians and dispatchers have the app, so that their cards can be sent. */
async function install(peer: Peer, { caseHandlers, connector }: Plan): Promise<void> {
  const installed = buildActivity('installation-add');
  for (const person of caseHandlers) {
    const { serviceUrl, from, conversation } = inOwnChat(peer.name, person, connector.url);
    const id = `${peer.name}-${person.aadObjectId}`;
    await post(`${peer.server.url}/api/messages`, { ...installed, serviceUrl, from, conversation, id });
  }
}
