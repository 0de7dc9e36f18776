import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { serverFault } from './connection-faults.ts';
import { createDatabase, type Database } from './database.ts';
import type { Engine } from './embedded/engine.ts';
import { EngineSocket } from './embedded/engine-socket.ts';
import { openEngineThread } from './embedded/engine-thread.ts';

/** Where the data is. A `folder` must be held (openDataFolder) before it is connected to. */
export type DatabaseTarget =
  /** `as`: the name that others at the database see; the bot's own unless it is given. */
  | { readonly kind: 'server'; readonly url: string; readonly as?: string }
  | { readonly kind: 'folder'; readonly path: string }
  /** Nothing is kept. `template`: a dump of a data folder to begin with, which saves some seconds. */
  | { readonly kind: 'memory'; readonly template?: Blob };

/** @throws OutsideSystemFailed in words for whoever starts Vaktis; never with a password in them. */
export function connect(target: DatabaseTarget): Promise<Database> {
  if (target.kind === 'server') return connectToServer(target.url, target.as);
  return target.kind === 'folder' ? openFolder(target.path) : openMemory(target.template);
}

/** A name for each process, by which it is known who took a message. */
const newName = () => `vaktis ${randomUUID().slice(0, 13)}`;

async function connectToServer(url: string, as = newName()): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    query_timeout: 120_000,
    keepAlive: true,
    application_name: as,
  });
  surviveLostConnections(pool);
  try {
    await pool.query('select 1');
  } catch (error) {
    await pool.end();
    throw new OutsideSystemFailed(serverFault(url, error), { retryable: true });
  }
  return createDatabase({ engine: 'postgres', pool, closeEngine: async () => undefined });
}

async function openFolder(path: string): Promise<Database> {
  try {
    return embedded(await openEngineThread(path));
  } catch (error) {
    throw new OutsideSystemFailed(
      `The embedded database in ${join(path, 'database')} cannot be opened. Restore the folder from a copy, or move it away to begin with an empty one.`,
      { retryable: false, cause: error },
    );
  }
}

/** In this very thread, for tests: it is there a little sooner, and nothing is loaded for it but where it is wanted. */
async function openMemory(template: Blob | undefined): Promise<Database> {
  const { startEngine } = await import('./embedded/start-engine.ts');
  return embedded(await startEngine(null, template === undefined ? {} : { loadDataDir: template }));
}

function embedded(engine: Engine): Database {
  const pool = new pg.Pool({
    stream: () => new EngineSocket(engine),
    user: 'postgres',
    database: 'postgres',
    // One connection is all that there is; it must neither be given up when idle nor be waited for in vain.
    max: 1,
    idleTimeoutMillis: 0,
  });
  surviveLostConnections(pool);
  // A new client begins on the same old session, which still has the statements that the one before named.
  pool.on('connect', (client) => void client.query('deallocate all').catch(() => undefined));
  return createDatabase({ engine: 'embedded', pool, closeEngine: engine.close });
}

/** A connection that breaks while nobody waits for it, idle or not, must not end the process: the next query says it. */
function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}
