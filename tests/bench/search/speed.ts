/** One engine at one size, in a process of its own so that its memory is its own: `speed.ts ENGINE NOTES`. */
import { engines } from './engines.ts';
import { measureSpeed } from './measure-speed.ts';

const [name = '', notes = '1000'] = process.argv.slice(2);
const engine = engines.find((each) => each.name === name);
if (engine === undefined) throw new Error(`there is no engine ${name}`);
process.stdout.write(`${JSON.stringify(await measureSpeed(engine, Number(notes)))}\n`);
