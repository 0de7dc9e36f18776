/** Real processes on a real Postgres, while everything around them fails: see tests/README.md. */

import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { runEmbedded } from './embedded.ts';
import { lengths } from './lengths.ts';
import { report } from './report.ts';
import { runChaos } from './run-chaos.ts';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    embedded: { type: 'boolean', default: false },
    seed: { type: 'string' },
    handoffs: { type: 'string' },
    rounds: { type: 'string' },
    /** Only this kind of fault, again and again. */
    only: { type: 'string' },
    /** A file for all that was seen, as JSON. */
    keep: { type: 'string' },
  },
});
const say = (text: string) => void process.stdout.write(`${text}\n`);
const { keep } = flags;
const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e6));
say(`seed ${seed}`);

if (flags.embedded) {
  const rounds = Number(flags.rounds ?? (flags.short ? 3 : 40));
  // Postgres' own clean-up at the exit forgets an exit code that was only set.
  process.exit(report(await runEmbedded({ seed, rounds, say }), say) === 0 ? 0 : 1);
} else {
  const length = lengths[flags.short ? 'short' : 'long'];
  const outcome = await runChaos({
    ...length,
    seed,
    say,
    handoffs: Number(flags.handoffs ?? length.handoffs),
    ...(flags.only === undefined ? {} : { only: flags.only }),
    ...(keep === undefined ? {} : { keep: (seen) => writeFileSync(keep, JSON.stringify(seen)) }),
  });
  process.exit(report(outcome, say) === 0 ? 0 : 1);
}
