import { setTimeout } from 'node:timers/promises';
import type { Dice } from '../../bench/search/dice.ts';
import type { PostgresServer } from '../../support/embedded-postgres.ts';
import type { Helpdesk } from '../../support/helpdesks/helpdesk.ts';
import {
  fillDisk,
  freezePostgres,
  refuseWrites,
  restartPostgres,
  type SmallDisk,
} from './postgres-faults.ts';
import { DeathPlace, type Replica, type ReplicaSettings, startReplica } from './replica.ts';
import type { Teams } from './teams.ts';

/** What happened, and from when to when it could be felt. */
export type Happened = { readonly kind: string; readonly from: number; readonly until: number };

export type Stage = {
  readonly replicas: Replica[];
  readonly settings: readonly ReplicaSettings[];
  readonly postgres: PostgresServer;
  readonly databaseUrl: string;
  /** Null: none could be mounted, and writers are refused instead. */
  readonly disk: SmallDisk | null;
  readonly teams: Teams;
  readonly helpdesk: Helpdesk;
  readonly dice: Dice;
  /** Milliseconds that something stays away or frozen. */
  readonly away: { readonly least: number; readonly more: number };
};

const places = DeathPlace.options;
const killKinds = ['kill', ...places.map((place) => `kill ${place}` as const)] as const;

export type FaultKind =
  | (typeof killKinds)[number]
  | 'freeze'
  | 'long freeze'
  | 'postgres restarted'
  | 'postgres crashed'
  | 'postgres frozen'
  | 'disk full'
  | 'teams cut'
  | 'contractor cut';

export const faultKinds: readonly FaultKind[] = [
  ...killKinds,
  'freeze',
  'long freeze',
  'postgres restarted',
  'postgres crashed',
  'postgres frozen',
  'disk full',
  'teams cut',
  'contractor cut',
];

/** One fault, from beginning to end: afterwards everything runs again. */
export async function happen(stage: Stage, kind: FaultKind): Promise<Happened> {
  const from = performance.now();
  await play(stage, kind);
  return { kind, from, until: performance.now() };
}

async function play(stage: Stage, kind: FaultKind): Promise<unknown> {
  const { dice, away, postgres, teams, helpdesk } = stage;
  const pause = away.least + dice.under(away.more);
  const which = dice.under(stage.replicas.length);
  switch (kind) {
    case 'freeze':
      return freeze(stage, which, pause);
    case 'long freeze':
      // Longer than it takes until the others think that it died.
      return freeze(stage, which, pause + 30_000);
    case 'postgres restarted':
      return restartPostgres(postgres, { crash: false, pause });
    case 'postgres crashed':
      return restartPostgres(postgres, { crash: true, pause });
    case 'postgres frozen':
      return freezePostgres(postgres, pause);
    case 'disk full':
      return stage.disk ? fillDisk(stage.disk, postgres, pause) : refuseWrites(stage.databaseUrl, pause);
    case 'teams cut':
      await teams.cut();
      await setTimeout(pause);
      return teams.mend();
    case 'contractor cut':
      return cutContractor(helpdesk, pause);
    default:
      return kill(stage, which, places.find((place) => kind === `kill ${place}`) ?? null);
  }
}

async function kill({ replicas, settings }: Stage, which: number, place: DeathPlace | null): Promise<void> {
  const replica = replicas[which];
  const again = settings[which];
  if (replica === undefined || again === undefined) throw new Error('There is no such replica.');
  // Where nobody comes by in time it dies where it stands.
  if (place === null || !(await replica.dieAt(place, 8_000))) await replica.end('SIGKILL');
  replicas[which] = await startAgain(again);
}

/** As whoever looks after processes does: again, also when the database was away at the start. */
async function startAgain(settings: ReplicaSettings): Promise<Replica> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await startReplica(settings);
    } catch (error) {
      if (tries === 5) throw error;
    }
  }
}

async function freeze({ replicas }: Stage, which: number, milliseconds: number): Promise<void> {
  const replica = replicas[which];
  replica?.signal('SIGSTOP');
  await setTimeout(milliseconds);
  replica?.signal('SIGCONT');
}

async function cutContractor(helpdesk: Helpdesk, milliseconds: number): Promise<void> {
  const until = performance.now() + milliseconds;
  helpdesk.failNext();
  helpdesk.failBy(() => (performance.now() < until ? 'cut' : null));
  await setTimeout(milliseconds);
}
