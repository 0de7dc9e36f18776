/** One row of the ablation, in a process of its own: `measure.ts PART|all SETS DISTRICT...`; prints JSON. */
import { resolve } from 'node:path';
import { isPart, leaveOut } from './parts.ts';

const [part = 'all', sets = '', ...districts] = process.argv.slice(2);
if (isPart(part)) leaveOut(part, resolve(import.meta.dirname, '../../../..'));
else if (part !== 'all') throw new Error(`there is no part ${part}`);

// Only now: what it loads meets the simpler modules.
const { measureAll } = await import('./measure-all.ts');
process.stdout.write(`${JSON.stringify(await measureAll(sets, districts))}\n`);
