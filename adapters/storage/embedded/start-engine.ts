import { PGlite, type PGliteOptions } from '@electric-sql/pglite';
import type { Engine } from './engine.ts';

/**
 * Postgres fills its shared memory at each start and keeps it: of the usual 128 MB a desk uses little, and what is
 * read again comes from the system's own cache.
 */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'];

/** Runs in the thread that calls it: what it works on, it holds up. `place`: a folder; null: nothing is kept. */
export async function startEngine(
  place: string | null,
  options: Pick<PGliteOptions, 'loadDataDir'> = {},
): Promise<Engine> {
  const engine = await PGlite.create({
    ...options,
    ...(place === null ? {} : { dataDir: place }),
    startParams,
  });
  return {
    async exec(message) {
      const parts: Uint8Array[] = [];
      // Copied: the engine writes over it. As a stream, because otherwise PGlite reads the answer too, for nobody.
      await engine.execProtocolRawStream(message, { onRawData: (part) => parts.push(part.slice()) });
      return joined(parts);
    },
    close: () => engine.close(),
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let end = 0;
  for (const part of parts) {
    whole.set(part, end);
    end += part.length;
  }
  return whole;
}
