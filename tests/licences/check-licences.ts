import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findUnfit, Lock } from './find-unfit.ts';

// `npm run licences`: the lock alone is read, so it works without the network.
const lock = Lock.parse(
  JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')),
);
const unfit = findUnfit(lock);
for (const line of unfit) process.stdout.write(`${line}\n`);
process.stdout.write(
  unfit.length === 0
    ? 'Every package that is passed on has a licence that goes with MIT.\n'
    : `${unfit.length} to look at: another package, or a reason in tests/licences/find-unfit.ts.\n`,
);
process.exitCode = unfit.length === 0 ? 0 : 1;
