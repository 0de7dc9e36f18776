/** `npm run contractor:chaos`: every contractor's system misbehaves, and nothing may be lost or said twice. See README.md. */

import { parseArgs } from 'node:util';
import { openStorage } from '#adapters/storage/open-storage.ts';
import { startPostgres } from '../../support/embedded-postgres.ts';
import { createTestLog, openTestStorage } from '../../support/storage.ts';
import { isKept, table } from './report.ts';
import { retriesAtOnce, runChaos } from './run-chaos.ts';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    cases: { type: 'string' },
    seed: { type: 'string' },
    share: { type: 'string' },
    engine: { type: 'string' },
  },
});

const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e6));
const cases = Number(flags.cases ?? (flags.short ? 60 : 1_000));
/** A fault stops a contractor's line for a minute or more, so many of them make a long run very long. */
const share = Number(flags.share ?? (flags.short ? 25 : 15));
const write = (line: string) => process.stdout.write(`${line}\n`);

const server = flags.short || flags.engine === 'embedded' ? null : await startPostgres();
const isServer = server !== null && 'createDatabase' in server;
const log = createTestLog();
const opened = isServer
  ? await openStorage({ kind: 'server', url: await server.createDatabase() }, log, retriesAtOnce)
  : await openTestStorage(log, retriesAtOnce);
const engine = isServer ? 'Postgres' : 'the embedded database';
write(`${cases} cases, ${share} of 100 calls go wrong, on ${engine}; seed ${seed}`);
const started = Date.now();
let kept = false;
try {
  const report = await runChaos(opened, { seed, cases, share, tell: write });
  for (const line of table(report)) write(line);
  kept = isKept(report);
  const took = Math.round((Date.now() - started) / 1_000);
  write(
    kept
      ? `Kept: nothing missing, nothing twice (seed ${seed}, ${took} s).`
      : `BROKEN: see above (seed ${seed}).`,
  );
} finally {
  await opened.close();
  if (isServer) await server.stop();
}
process.exit(kept ? 0 : 1);
