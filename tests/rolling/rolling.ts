/** Restarts two replicas on one Postgres in turn, under load, and counts the replies: see README.md. */

import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createDice } from '../bench/search/dice.ts';
import { startBenchConnector } from '../bench/turn/bench-connector.ts';
import { writeBenchDesk } from '../bench/turn/bench-desk.ts';
import { importDesk } from '../bench/turn/servers.ts';
import { startPostgres } from '../support/embedded-postgres.ts';
import { mondayMorning } from '../support/talk.ts';
import { startFakeAuthority } from '../support/teams-registration.ts';
import { judge, readDatabase } from './check.ts';
import { type Replica, type ReplicaSettings, startReplica } from './replica.ts';
import { report } from './report.ts';
import { type Restart, restartInTurn } from './restart.ts';
import { install, speak } from './speak.ts';
import type { Door } from './teams-side.ts';

const { values: flags } = parseArgs({
  options: { short: { type: 'boolean', default: false }, seed: { type: 'string' } },
});

type Length = {
  readonly signals: readonly Restart['signal'][];
  /** Milliseconds between two restarts. */
  readonly pause: { readonly least: number; readonly more: number };
  readonly atOnce: number;
  readonly people: number;
  readonly patience: number;
  /** Milliseconds until the outbox must be empty. */
  readonly settlesWithin: number;
};

const lengths: Record<'short' | 'long', Length> = {
  short: {
    signals: ['SIGTERM', 'SIGTERM'],
    pause: { least: 600, more: 600 },
    atOnce: 6,
    people: 400,
    patience: 10_000,
    settlesWithin: 15_000,
  },
  long: {
    signals: [...Array<Restart['signal']>(6).fill('SIGTERM'), 'SIGKILL', 'SIGTERM', 'SIGTERM'],
    pause: { least: 2_000, more: 3_000 },
    atOnce: 12,
    people: 3_000,
    // Whoever died while sending is noticed after three minutes.
    patience: 260_000,
    settlesWithin: 300_000,
  },
};

const length = flags.short ? lengths.short : lengths.long;
const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e6));
const say = (text: string) => process.stdout.write(`${text}\n`);
say(`seed ${seed}`);

const postgres = await startPostgres();
if ('reason' in postgres) throw new Error(`No Postgres here: ${postgres.reason}`);
const folder = await mkdtemp(join(tmpdir(), 'vaktis-rolling-'));
const connector = await startBenchConnector();
const authority = await startFakeAuthority();
const agent = new Agent({ keepAlive: true });
const replicas: Replica[] = [];
try {
  const databaseUrl = await postgres.createDatabase();
  const { staff, caseHandlers } = await writeBenchDesk(join(folder, 'desk'), length.people);
  await importDesk(join(folder, 'desk'), { DATABASE_URL: databaseUrl });
  const offset = new Date(mondayMorning).getTime() - Date.now();
  const given = JSON.stringify({ connectorUrl: connector.url, offset, authority: authority.authority });
  const ports = [await freePort(), await freePort()];
  const settings: ReplicaSettings[] = ports.map((port) => ({ databaseUrl, port, given }));
  replicas.push(...(await Promise.all(settings.map(startReplica))));
  const dice = createDice(seed);
  const door: Door = { ports, agent, dice, sign: authority.sign };
  await install(door, caseHandlers);
  let over = false;
  const { atOnce, patience, pause, signals } = length;
  const speaking = speak({ door, connector, people: staff, atOnce, patience, goesOn: () => !over });
  const restarts = await restartInTurn(replicas, settings, {
    signals,
    pause: () => pause.least + dice.under(pause.more),
  });
  over = true;
  const spoken = await speaking;
  const database = await settle(databaseUrl);
  const verdict = judge(spoken, connector.arrivals);
  const faults = report({ restarts, spoken, verdict, ...database, arrived: connector.arrivals.length }, say);
  process.exitCode = faults === 0 ? 0 : 1;
} finally {
  await Promise.all(replicas.map((replica) => replica.end('SIGTERM')));
  agent.destroy();
  await Promise.all([connector.close(), authority.close(), postgres.stop()]);
  await rm(folder, { recursive: true, force: true });
}
// The embedded server's package has a hook of its own that forgets an exit code unless it is said so.
process.exit(process.exitCode);

async function settle(databaseUrl: string): ReturnType<typeof readDatabase> {
  const until = performance.now() + length.settlesWithin;
  for (;;) {
    const read = await readDatabase(databaseUrl);
    if (read.outbox.left === 0 || performance.now() > until) return read;
    await setTimeout(500);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}
