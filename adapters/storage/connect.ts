import { randomUUID } from 'node:crypto';
import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { OutsideSystemFailed } from '#bot/errors.ts';
import { serverFault } from './connection-faults.ts';
import { createDatabase, type Database } from './database.ts';

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

/**
 * The first start makes the database beside its place and moves it there, so that a start that is cut off
 * never leaves half a database.
 */
async function openFolder(path: string): Promise<Database> {
  const place = join(path, 'database');
  try {
    const { PGlite } = await loadEngine();
    if (!(await exists(place))) {
      const unfinished = join(path, 'database.new');
      await rm(unfinished, { recursive: true, force: true });
      await (await PGlite.create(unfinished)).close();
      await rename(unfinished, place);
    }
    return await embedded(await PGlite.create(place));
  } catch (error) {
    throw new OutsideSystemFailed(
      `The embedded database in ${place} cannot be opened. Restore the folder from a copy, or move it away to begin with an empty one.`,
      { retryable: false, cause: error },
    );
  }
}

async function openMemory(template: Blob | undefined): Promise<Database> {
  const { PGlite } = await loadEngine();
  return embedded(await PGlite.create(template === undefined ? {} : { loadDataDir: template }));
}

/** Only where it is wanted: it is as large as a good part of the rest. */
function loadEngine(): Promise<typeof import('@electric-sql/pglite')> {
  return import('@electric-sql/pglite');
}

async function embedded(engine: PGlite): Promise<Database> {
  const { createPgConfig } = await import('@electric-sql/pglite/node-postgres');
  // One connection is all that there is; it must neither be given up when idle nor be waited for in vain.
  const pool = new pg.Pool({ ...createPgConfig(engine), max: 1, idleTimeoutMillis: 0 });
  surviveLostConnections(pool);
  // A new client begins on the same old session, which still has the statements that the one before named.
  pool.on('connect', (client) => void client.query('deallocate all').catch(() => undefined));
  return createDatabase({ engine: 'embedded', pool, closeEngine: () => engine.close() });
}

/** A connection that breaks while nobody waits for it, idle or not, must not end the process: the next query says it. */
function surviveLostConnections(pool: pg.Pool): void {
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
