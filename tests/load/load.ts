/** Plays a town on a Monday morning, and holds what arrived against what was written: see ../bench/README.md. */

import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDice } from '../bench/search/dice.ts';
import { percentile } from '../bench/turn/figures.ts';
import { importDesk } from '../bench/turn/servers.ts';
import { type Door, handOver } from '../rolling/teams-side.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { mondayMorning } from '../support/talk.ts';
import { startFakeAuthority } from '../support/teams-registration.ts';
import { judge } from './check.ts';
import { accessTo, countTickets, startContractors } from './contractors.ts';
import { freePort } from './free-port.ts';
import { longLength, type PlannedPhase, shortLength } from './lengths.ts';
import { readDatabase } from './read-database.ts';
import {
  type CrowdFigures,
  type Replica,
  type ReplicaFigures,
  type ReplicaSettings,
  startReplica,
} from './replica.ts';
import { type Phase, report } from './report.ts';
import { startTeamsSide } from './teams-side.ts';
import { startPressing } from './technicians.ts';
import { writeTown } from './town.ts';
import { chatOf, createTraffic, installationOf } from './traffic.ts';
import { watchCrowd } from './watch-crowd.ts';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    scale: { type: 'string', default: '1' },
  },
});
const length = flags.short ? shortLength : longLength(Number(flags.minutes), Number(flags.scale));
const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e6));
const say = (text: string) => process.stdout.write(`${text}\n`);
say(
  `seed ${seed}: ${length.town.staff} staff, ${length.town.sites} sites, ${length.town.technicians} technicians`,
);

const postgres = await startPostgres();
if ('reason' in postgres) throw new Error(`No Postgres here: ${postgres.reason}`);
const folder = await mkdtemp(join(tmpdir(), 'vaktis-load-'));
const [authority, contractors] = await Promise.all([startFakeAuthority(), startContractors()]);
const agent = new Agent({ keepAlive: true });
const replicas: Replica[] = [];
const closing: (() => Promise<unknown>)[] = [];
try {
  const databaseUrl = await postgres.createDatabase();
  const town = await writeTown(join(folder, 'desk'), length.town, contractors);
  await importDesk(join(folder, 'desk'), { DATABASE_URL: databaseUrl });
  const teams = await startTeamsSide(new Set(town.technicians.map(chatOf)));
  closing.push(teams.close);
  const offset = new Date(mondayMorning).getTime() - Date.now();
  const given = JSON.stringify({
    connectorUrl: teams.url,
    offset,
    dataFolder: folder,
    limits: length.limits,
    authority: authority.authority,
  });
  const ports = [await freePort(), await freePort()];
  const env = accessTo(contractors);
  const settings: ReplicaSettings[] = ports.map((port) => ({ databaseUrl, port, given, env }));
  replicas.push(...(await Promise.all(settings.map(startReplica))));
  const dice = createDice(seed);
  // Signing a token for each message would be half of the client's work.
  let signed = { token: authority.sign(), at: performance.now() };
  const sign = () => {
    if (performance.now() - signed.at > 300_000) signed = { token: authority.sign(), at: performance.now() };
    return signed.token;
  };
  const door: Door = { ports, agent, dice, sign };
  for (const person of town.technicians) await handOver(door, installationOf(person));
  const presses = startPressing(teams, town.technicians, { door, dice, thinksFor: length.thinksFor });
  const traffic = createTraffic(town, door, createDice(seed + 1));
  const before = await Promise.all(replicas.map((replica) => replica.figures()));

  const play = async ({ name, rate, seconds, noise }: PlannedPhase): Promise<Phase> => {
    const watched = watchCrowd(replicas);
    await Promise.all([traffic.run(name, rate, seconds), traffic.noise(name, noise)]);
    const worst = await watched.end();
    say(`${name}: ${rate}/s for ${seconds.toFixed(0)} s, ${worst.deferred} deferred`);
    return { name, rate, seconds, ...worst };
  };
  const waiting = async () => (await replicas[0]?.crowd())?.backlog ?? 0;
  const settle = async () => {
    await traffic.handedOver();
    const until = performance.now() + length.settlesWithin;
    while ((await waiting()) > 0 && performance.now() < until) await setTimeout(200);
  };

  const phases: Phase[] = [];
  const sustained = await search();
  for (const phase of length.phases) phases.push(await play(phase));
  // While many wait one process is stopped and started again: what it kept, the other answers.
  const left: CrowdFigures[] = [];
  let stopped: ReplicaFigures | null = null;
  const ended = await restartFirst(left);
  const watched = watchCrowd(replicas);
  const from = performance.now();
  await settle();
  const drained = { ...(await watched.end()), seconds: (performance.now() - from) / 1000 };
  say(
    `then until all was answered: ${drained.seconds.toFixed(1)} s, the oldest had waited ${drained.backlogAge.toFixed(1)} s`,
  );
  await presses.idle();
  const database = await settleDatabase(databaseUrl);
  const after = await Promise.all(replicas.map((replica) => replica.figures()));
  const crowds = [...left, ...(await Promise.all(replicas.map((replica) => replica.crowd())))];
  const crowd = crowds.reduce((sum, one) => ({
    ...one,
    deferred: sum.deferred + one.deferred,
    refused: sum.refused + one.refused,
  }));
  const noisy = town.staff[0] ? chatOf(town.staff[0]) : '';
  const verdict = judge(traffic.posted, teams.arrivals, new Map([[noisy, crowd.refused]]));
  const told = {
    kept: teams.arrivals.filter(({ kind }) => kind === 'kept').length,
    full: teams.arrivals.filter(({ kind }) => kind === 'full').length,
  };
  const endedWith = [ended, ...(await Promise.all(replicas.splice(0).map((replica) => replica.end())))];
  const faults = report(
    {
      phases,
      verdict,
      posted: traffic.posted,
      told,
      replicas: after.map((one, index) => ({
        before: before[index] ?? one,
        after: index === 0 && stopped !== null ? addUp(stopped, one) : one,
      })),
      crowd,
      presses: { took: presses.took, failed: presses.failed() },
      tickets: countTickets(contractors),
      outbox: database,
      endedWith,
    },
    say,
  );
  if (sustained !== null) say(`Sustained on this machine as it was: ${sustained} messages/s.`);
  for (const fault of faults) say(`broken: ${fault}`);
  say(
    faults.length === 0
      ? `Lost: 0, doubled: 0, out of order: 0. Every promise was kept (seed ${seed}).`
      : `Broken: ${faults.length} promises (seed ${seed}).`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;

  /** @returns the highest rate that was answered within two seconds with nothing put off; 0: not even the lowest. */
  async function search(): Promise<number | null> {
    if (length.search === null) return null;
    let best = 0;
    for (const rate of length.search.rates) {
      const name = `step ${rate}/s`;
      const phase = await play({ name, rate, seconds: length.search.seconds, noise: 0 });
      await settle();
      await setTimeout(1_000);
      phases.push(phase);
      const own = traffic.posted.filter((one) => one.phase === name);
      const replies = judge(own, teams.arrivals, new Map()).answered.flatMap(({ reply }) => reply ?? []);
      if (phase.deferred > 0 || percentile(replies, 0.95) > 2_000) return best;
      best = rate;
    }
    return best;
  }

  async function restartFirst(left: CrowdFigures[]): Promise<number | null> {
    const [first] = replicas;
    const [again] = settings;
    if (first === undefined || again === undefined) throw new Error('There is no replica.');
    left.push(await first.crowd());
    stopped = await first.figures();
    const code = await first.end();
    replicas[0] = await startReplica(again);
    return code;
  }
} finally {
  await Promise.all(replicas.map((replica) => replica.end()));
  agent.destroy();
  await Promise.all(closing.map((close) => close()));
  await Promise.all([authority.close(), ...contractors.map(({ helpdesk }) => helpdesk.close())]);
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
// The embedded server's package has a hook of its own that forgets an exit code unless it is said so.
process.exit(process.exitCode);

/** The process before the restart and the one after it. */
function addUp(one: ReplicaFigures, other: ReplicaFigures): ReplicaFigures {
  return {
    residentMb: Math.max(one.residentMb, other.residentMb),
    cpuSeconds: one.cpuSeconds + other.cpuSeconds,
    statements: one.statements + other.statements,
  };
}

async function settleDatabase(url: string): ReturnType<typeof readDatabase> {
  const until = performance.now() + 60_000;
  for (;;) {
    const read = await readDatabase(url);
    if ((read.left === 0 && read.waiting === 0) || performance.now() > until) return read;
    await setTimeout(300);
  }
}
