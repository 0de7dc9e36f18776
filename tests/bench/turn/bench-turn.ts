/** How fast a whole turn is, beside an echo bot: see tests/bench/README.md. */

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../support/embedded-postgres.ts';
import { startBenchConnector } from './bench-connector.ts';
import { writeBenchDesk } from './bench-desk.ts';
import { lengths } from './lengths.ts';
import { measureRounds, type Peer } from './measure-rounds.ts';
import { reportMemory, reportRounds, reportStartUp, sumFaults } from './report.ts';
import { importDesk, type Place, startServer } from './servers.ts';
import { measureStartUp } from './start-up.ts';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    /** Writes a processor profile of every server there. */
    profile: { type: 'string' },
    /** Only these servers, separated by commas: postgres, embedded, echo-stock, echo-own. */
    only: { type: 'string' },
    kinds: { type: 'boolean', default: false },
  },
});
const length = flags.short ? lengths.short : lengths.full;
const wanted = (name: string) => flags.only === undefined || flags.only.split(',').includes(name);
const say = (text: string) => process.stdout.write(`${text}\n`);

const folder = await mkdtemp(join(tmpdir(), 'vaktis-bench-'));
const postgres = wanted('postgres') ? await startPostgres() : { reason: 'it is not wanted' };
const connector = await startBenchConnector();
const peers: Peer[] = [];
try {
  const { staff, caseHandlers } = await writeBenchDesk(join(folder, 'desk'), length.staff);
  const places: { name: string; place: Place }[] = [];
  if ('reason' in postgres) say(`No Postgres here: ${postgres.reason}.`);
  else places.push({ name: 'postgres', place: { DATABASE_URL: await postgres.createDatabase() } });
  if (wanted('embedded')) places.push({ name: 'embedded', place: { VAKTIS_DATA: join(folder, 'data') } });
  for (const { name, place } of places) {
    await importDesk(join(folder, 'desk'), place);
    // The first start compiles, and keeps what it compiled; so does the first one after an upgrade, once.
    await measureStartUp(place);
    const starts = [];
    for (let count = 0; count < length.starts; count += 1) starts.push(await measureStartUp(place));
    say(reportStartUp(name, starts));
    const server = await startServer('vaktis-child.ts', { place, profileFolder: flags.profile });
    peers.push({ name, server, echo: false, idle: await server.figures() });
  }
  for (const own of ['echo-stock', 'echo-own'].filter(wanted)) {
    const variant = own === 'echo-own' ? ['own'] : [];
    const server = await startServer('echo-child.ts', { arguments: variant, profileFolder: flags.profile });
    peers.push({ name: own, server, echo: true, idle: await server.figures() });
  }
  const databaseFolder = 'reason' in postgres ? null : postgres.folder;
  const rounds = await measureRounds({ peers, connector, staff, caseHandlers, length, databaseFolder });
  say(reportRounds(rounds, { kinds: flags.kinds }));
  say(await reportMemory(peers));
  const faults = await sumFaults(rounds, peers, connector.counts);
  say(faults.length === 0 ? 'No reply was lost and none came twice.' : faults.join('\n'));
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  for (const { server } of peers) await server.stop();
  await connector.close();
  if (!('reason' in postgres)) await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
// The embedded server's package has a hook of its own that forgets an exit code unless it is said so.
process.exit(process.exitCode);
