import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createDice, type Dice } from '../../bench/search/dice.ts';
import { importDesk } from '../../bench/turn/servers.ts';
import { type PostgresServer, startPostgres } from '../../support/embedded-postgres.ts';
import { type Fault, type Helpdesk, startHelpdesk } from '../../support/helpdesks/helpdesk.ts';
import { zammad } from '../../support/helpdesks/zammad.ts';
import { mondayMorning } from '../../support/talk.ts';
import { startFakeAuthority } from '../../support/teams-registration.ts';
import { type Expected, judge, type Verdict } from './expect.ts';
import { type FaultKind, type Happened, happen, type Stage } from './faults.ts';
import type { Length } from './lengths.ts';
import { askForHelp, type Door, type Handoff, install } from './people.ts';
import { mountSmallDisk } from './postgres-faults.ts';
import { answerCards } from './press-cards.ts';
import { type InDatabase, readDatabase, readLeft } from './read-database.ts';
import { type Replica, type ReplicaSettings, startReplica } from './replica.ts';
import { startTeams } from './teams.ts';
import { type Town, writeTown } from './town.ts';

export type ChaosOptions = Length & {
  readonly seed: number;
  readonly only?: string;
  readonly say: (text: string) => void;
  /** Hears of all that was seen, so that a broken promise can be looked into. */
  readonly keep?: (seen: object) => void;
};

export type Outcome = {
  readonly happened: readonly Happened[];
  readonly counts: ReadonlyMap<string, number>;
  readonly expected: Expected;
  readonly verdict: Verdict;
  readonly database: InDatabase;
  readonly seconds: number;
  /** What else is to be said. */
  readonly notes?: readonly string[];
};

/** Plays the town through all faults, lets everything settle, and has it judged. */
export async function runChaos(options: ChaosOptions): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'vaktis-chaos-'));
  // Postgres runs as another user when this is root, and has to reach the disk.
  await chmod(folder, 0o711);
  const disk = options.kinds.includes('disk full') ? await mountSmallDisk(join(folder, 'disk')) : null;
  if (options.kinds.includes('disk full') && disk === null)
    options.say('left out: a disk that is really full (none can be mounted here); writers get its error');
  const started = await startPostgres(disk?.path);
  if ('reason' in started) throw new Error(`No Postgres here: ${started.reason}`);
  const dice = createDice(options.seed);
  const teams = await startTeams(createDice(options.seed + 1));
  const helpdesk = await startHelpdesk(zammad, () => new Date());
  const authority = await startFakeAuthority();
  const agent = new Agent({ keepAlive: true });
  const replicas: Replica[] = [];
  try {
    const databaseUrl = await started.createDatabase();
    const town = await writeTown(join(folder, 'desk'), options.handoffs, helpdesk.url);
    await importDesk(join(folder, 'desk'), { DATABASE_URL: databaseUrl });
    const offset = new Date(mondayMorning).getTime() - Date.now();
    const ports = [await freePort(), await freePort()];
    const settings = ports.map((port, n): ReplicaSettings => {
      const given = { connectorUrl: teams.url, offset, skew: n * options.skew, dataFolder: folder };
      const { pulse } = options;
      return {
        place: { DATABASE_URL: databaseUrl },
        port,
        given: JSON.stringify({ ...given, pulse, authority: authority.authority }),
      };
    });
    replicas.push(...(await Promise.all(settings.map(startReplica))));
    const door: Door = {
      ports,
      agent,
      dice: createDice(options.seed + 2),
      sign: authority.sign,
      now: () => new Date(Date.now() + offset),
    };
    const stage = { replicas, settings, postgres: started, databaseUrl, disk, teams, helpdesk, dice };
    return await play(options, { ...stage, away: options.away }, door, town);
  } finally {
    for (const replica of replicas) replica.signal('SIGCONT');
    await Promise.all(replicas.map((replica) => replica.end('SIGTERM')));
    agent.destroy();
    await Promise.all([teams.close(), helpdesk.close(), authority.close(), stopPostgres(started)]);
    await disk?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function stopPostgres(postgres: PostgresServer): Promise<unknown> {
  return Promise.race([postgres.stop(), setTimeout(20_000, null, { ref: false })]);
}

async function play(options: ChaosOptions, stage: Stage, door: Door, town: Town): Promise<Outcome> {
  const began = performance.now();
  const { teams, helpdesk } = stage;
  const { say } = options;
  await install(door, town.handlers);
  const story = { door, teams, patience: options.patience };
  const cards = answerCards(story, [...town.handlers, ...town.staff], { declines: 15 });
  teams.misbehave(options.teams.share, options.teams.kinds);
  const contractor = misbehaveContractor(helpdesk, createDice(options.seed + 3), options.contractorShare);
  const handoffs: Handoff[] = [];
  let over = false;
  const speaking = speakAll(options, story, town, handoffs).finally(() => {
    over = true;
  });
  const happened = await failOn(options, stage, () => over, contractor.start);
  await speaking;
  // Whatever heals has to do so without further faults.
  teams.misbehave(0, []);
  contractor.stop();
  say(`all is said after ${((performance.now() - began) / 1000).toFixed(0)} s; it settles`);
  const database = await settle(options, stage, () => cards.isIdle(), handoffs);
  const expected: Expected = { handoffs, pressed: cards.pressed, handlers: town.handlers };
  const counts = new Map<string, number>([...teams.counts].map(([kind, n]) => [`teams ${kind}`, n]));
  for (const [kind, n] of contractor.counts) counts.set(`contractor ${kind}`, n);
  const left = options.keep && (await readLeft(stage.databaseUrl));
  options.keep?.({ shown: teams.shown, tickets: helpdesk.tickets, expected, happened, left });
  return {
    happened,
    counts,
    expected,
    verdict: judge(expected, { shown: teams.shown, tickets: helpdesk.tickets, happened }),
    database,
    seconds: (performance.now() - began) / 1000,
  };
}

async function speakAll(
  options: ChaosOptions,
  story: Parameters<typeof askForHelp>[0],
  { staff }: Town,
  handoffs: Handoff[],
): Promise<void> {
  let next = 0;
  const speak = async () => {
    while (next < staff.length) {
      const nth = next++;
      const person = staff[nth];
      if (person) await askForHelp(story, { person, nth }, (handoff) => handoffs.push(handoff));
      await setTimeout(story.door.dice.under(2 * options.think + 1));
      if (nth % 100 === 99) options.say(`${nth + 1} of ${staff.length} asked`);
    }
  };
  await Promise.all(Array.from({ length: options.atOnce }, speak));
}

/** One fault after the other: each kind once in an order that the seed decides, and then by chance, until all is said. */
async function failOn(
  { kinds, only, pause, say }: ChaosOptions,
  stage: Stage,
  isOver: () => boolean,
  resumeContractor: () => void,
): Promise<Happened[]> {
  const wanted = kinds.filter((kind) => only === undefined || kind.includes(only));
  const { dice } = stage;
  const first = shuffle(wanted, dice);
  const happened: Happened[] = [];
  while (first.length > 0 || !isOver()) {
    await setTimeout(pause.least + dice.under(pause.more));
    const kind = first.pop() ?? dice.one(wanted);
    const one = await happen(stage, kind);
    if (kind === 'contractor cut') resumeContractor();
    if (process.env.CHAOS_LOG) say(`${kind}: ${((one.until - one.from) / 1000).toFixed(1)} s`);
    happened.push(one);
  }
  return happened;
}

function shuffle(kinds: readonly FaultKind[], dice: Dice): FaultKind[] {
  return kinds
    .map((kind) => ({ kind, at: dice.under(1_000_000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ kind }) => kind);
}

const contractorFaults: readonly Fault[] = [
  'took-and-silent',
  'took-and-cut',
  'took-and-half',
  'took-and-500',
  'silent',
  'cut',
  '500',
  '503',
  '429-retry-after',
];

function misbehaveContractor(helpdesk: Helpdesk, dice: Dice, share: number) {
  const counts = new Map<string, number>();
  const start = () =>
    helpdesk.failBy(() => {
      if (dice.under(100) >= share) return null;
      const fault = dice.one(contractorFaults);
      counts.set(fault, (counts.get(fault) ?? 0) + 1);
      return fault;
    });
  start();
  return { counts, start, stop: () => helpdesk.failBy(() => null) };
}

/** Milliseconds: far longer than people's chats take for what has piled up there. */
const longestSettling = 30 * 60_000;

/**
 * Until nothing waits any more, neither in the outbox nor for a contractor nor at people's hands; or until nobody has
 * been shown anything for so long that nothing comes any more.
 */
async function settle(
  { settlesWithin }: ChaosOptions,
  { databaseUrl, teams }: Stage,
  arePeopleDone: () => boolean,
  handoffs: readonly Handoff[],
): Promise<InDatabase> {
  const end = performance.now() + longestSettling;
  let until = performance.now() + settlesWithin;
  let quiet = 0;
  for (let shown = -1; ; ) {
    const database = await readDatabase(databaseUrl);
    const isQuiet =
      database.left === 0 &&
      database.unheard === 0 &&
      database.waitingForContractor === 0 &&
      database.dueJobs === 0 &&
      database.unanswered === 0 &&
      database.cases >= handoffs.length &&
      arePeopleDone() &&
      teams.shown.length === shown;
    quiet = isQuiet ? quiet + 1 : 0;
    if (quiet === 4 || performance.now() > Math.min(until, end)) return database;
    if (teams.shown.length !== shown) until = performance.now() + settlesWithin;
    shown = teams.shown.length;
    await setTimeout(500);
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
