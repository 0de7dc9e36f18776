/**
 * An OpenAI-compatible endpoint on this machine, to try Vaktis with: `npm run -s model-server -- --script good`.
 * `--record FOLDER --to URL` asks a real one once (its key in MODEL_KEY), `--replay FOLDER` plays it without.
 */
import { parseArgs } from 'node:util';
import { startTape } from './record-replay.ts';
import { scripts } from './scripts.ts';
import { startModelServer } from './start-model-server.ts';

const { values } = parseArgs({
  options: {
    script: { type: 'string', default: 'good' },
    /** Milliseconds between two words. */
    pause: { type: 'string', default: '40' },
    port: { type: 'string', default: '8099' },
    record: { type: 'string' },
    to: { type: 'string' },
    replay: { type: 'string' },
  },
});
const port = Number(values.port);
const folder = values.record ?? values.replay;

async function start(): Promise<{ url: string }> {
  if (folder === undefined) {
    const script = scripts[values.script];
    if (script === undefined) throw new Error(`--script: one of ${Object.keys(scripts).join(', ')}`);
    return startModelServer(script, port, Number(values.pause));
  }
  if (values.record !== undefined && values.to === undefined) throw new Error('--record needs --to URL');
  const to = values.to === undefined ? null : { url: values.to, key: process.env.MODEL_KEY ?? null };
  return startTape({ folder, to, port });
}

const { url } = await start();
process.stdout.write(`VAKTIS_MODEL_URL=${url} VAKTIS_MODEL=scripted\n`);
