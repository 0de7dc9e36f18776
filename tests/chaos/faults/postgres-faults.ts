import { execFile } from 'node:child_process';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { PostgresServer } from '../../support/embedded-postgres.ts';

const run = promisify(execFile);

/** Ends the server: as when asked to, or as when it crashes, and starts it again after a while. */
export async function restartPostgres(
  server: PostgresServer,
  { crash, pause }: { readonly crash: boolean; readonly pause: number },
): Promise<void> {
  const pid = await postmaster(server);
  if (pid !== null) {
    process.kill(pid, crash ? 'SIGQUIT' : 'SIGINT');
    while (isThere(pid)) await setTimeout(20);
  }
  await setTimeout(pause);
  await server.startAgain();
}

/** Stops all its processes where they stand, and lets them go on. Its connections stay open all the while. */
export async function freezePostgres(server: PostgresServer, milliseconds: number): Promise<void> {
  const pid = await postmaster(server);
  if (pid === null) throw new Error('Postgres does not run.');
  // Itself first, so that it starts no more of them.
  process.kill(pid, 'SIGSTOP');
  const children = await childrenOf(pid);
  for (const child of children) signal(child, 'SIGSTOP');
  await setTimeout(milliseconds);
  for (const child of children) signal(child, 'SIGCONT');
  process.kill(pid, 'SIGCONT');
}

/** A disk that can be filled: a small one in memory; null where none can be mounted. */
export type SmallDisk = { readonly path: string; readonly close: () => Promise<void> };

export async function mountSmallDisk(path: string): Promise<SmallDisk | null> {
  await mkdir(path, { recursive: true });
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=640m,mode=711', 'tmpfs', path]);
  } catch {
    return null;
  }
  return {
    path,
    close: async () => {
      await run('umount', [path]);
      await rm(path, { recursive: true, force: true });
    },
  };
}

/** Nothing more can be written there for a while. A server that gave up meanwhile is started again. */
export async function fillDisk(disk: SmallDisk, server: PostgresServer, milliseconds: number): Promise<void> {
  const path = join(disk.path, 'filler');
  await fill(path);
  await setTimeout(milliseconds);
  await rm(path);
  const pid = await postmaster(server);
  if (pid === null || !isThere(pid)) await server.startAgain();
}

async function fill(path: string): Promise<void> {
  const file = await open(path, 'w');
  const block = Buffer.alloc(1 << 16);
  try {
    for (;;) await file.write(block);
  } catch {
    // It is full.
  } finally {
    await file.close();
  }
}

/** Where no disk can be mounted: what Postgres says of a full one (53100), to each writer. */
export async function refuseWrites(databaseUrl: string, milliseconds: number): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const tables = ['deliveries', 'cases', 'case_events', 'conversations', 'activities', 'offers'];
  try {
    await client.query(`create or replace function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    for (const table of tables)
      await client.query(
        `create trigger full_disk before insert or update on ${table} for each statement execute function full_disk()`,
      );
    await setTimeout(milliseconds);
    for (const table of tables) await client.query(`drop trigger full_disk on ${table}`);
  } finally {
    await client.end();
  }
}

async function postmaster({ folder }: PostgresServer): Promise<number | null> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => null);
  return text === null ? null : Number(text.split('\n')[0]);
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  // "pid (name) state ppid …"; the name may hold anything but ends at the last parenthesis.
  return stats
    .filter((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent)
    .map((stat) => Number.parseInt(stat, 10));
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended meanwhile.
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
