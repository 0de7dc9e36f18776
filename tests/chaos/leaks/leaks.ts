/** `npm run contractor:leaks`: planted secrets through every connector, and a look at every byte that arrived. */

import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { everyPlant, houseSecrets, plantedCase } from '../../support/leaks/planted-case.ts';
import { kinds, startPlace } from '../../support/leaks/recording-places.ts';
import { isSeen, searchLeaks } from '../../support/leaks/search-leaks.ts';

const { values: flags } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    cases: { type: 'string' },
    seed: { type: 'string' },
  },
});

const seed = Number(flags.seed ?? Math.floor(Math.random() * 1e9));
/** For each connector. */
const cases = Number(flags.cases ?? (flags.short ? 10 : 500));
const mostShown = 20;
const write = (line: string) => process.stdout.write(`${line}\n`);

type Tally = { cases: number; plants: number; leaks: number; missing: number };

/** A search that sees nothing proves nothing: every secret in every disguise has to be seen first. */
function unseen(): string[] {
  const houses = fc.sample(houseSecrets, { seed, numRuns: flags.short ? 1 : 5 });
  return houses
    .flatMap(everyPlant)
    .filter(({ words, planted }) => !isSeen(Buffer.from(words), planted))
    .map(({ what, disguise }) => `${what} as ${disguise}`);
}

async function search(kind: (typeof kinds)[number]): Promise<Tally> {
  const place = await startPlace(kind);
  const tally: Tally = { cases: 0, plants: 0, leaks: 0, missing: 0 };
  try {
    for (const planted of fc.sample(plantedCase, { seed, numRuns: cases })) {
      const { leaks, missing } = await searchLeaks(place, planted);
      tally.cases += 1;
      tally.plants += planted.plants.length;
      for (const { plant, seen } of leaks) {
        tally.leaks += 1;
        if (tally.leaks > mostShown) continue;
        write(`  LEAK by ${kind}: ${plant.what} as ${plant.disguise} in ${plant.carrier}`);
        write(`    ${JSON.stringify(plant.words)}\n    in ${JSON.stringify(seen)}`);
      }
      for (const words of missing) {
        tally.missing += 1;
        if (tally.missing <= mostShown) write(`  GONE by ${kind}: ${words}`);
      }
    }
  } finally {
    await place.close();
  }
  return tally;
}

write(`${cases} cases for each of ${kinds.length} connectors; seed ${seed}`);
const blind = unseen();
for (const what of blind) write(`  UNSEEN by the search: ${what}`);
const total: Tally = { cases: 0, plants: 0, leaks: 0, missing: 0 };
for (const kind of kinds) {
  const tally = await search(kind);
  write(
    `${kind.padEnd(24)}${tally.cases} cases, ${tally.plants} secrets, ${tally.leaks} leaked, ${tally.missing} needed words gone`,
  );
  for (const key of ['cases', 'plants', 'leaks', 'missing'] as const) total[key] += tally[key];
}
const kept = total.leaks === 0 && total.missing === 0 && blind.length === 0;
write(
  kept
    ? `Kept: ${total.plants} secrets in ${total.cases} cases, none leaked, nothing needed gone (seed ${seed}).`
    : `BROKEN: ${total.leaks} leaked, ${total.missing} needed words gone, ${blind.length} unseen (seed ${seed}).`,
);
process.exit(kept ? 0 : 1);
