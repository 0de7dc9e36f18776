import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Retries } from '#adapters/storage/job-queue.ts';
import { readMigrations } from '#adapters/storage/migrate.ts';
import { type OpenStorage, openStorage } from '#adapters/storage/open-storage.ts';
import type { StorageLog } from '#adapters/storage/storage-log.ts';

/** A log that keeps what it was told, for tests that ask. */
export function createTestLog(): StorageLog & { readonly lines: string[] } {
  const lines: string[] = [];
  const tell = (level: string) => (data: object, sentence: string) => {
    lines.push(`${level} ${sentence} ${JSON.stringify(data)}`);
  };
  return { lines, info: tell('info'), warn: tell('warn'), error: tell('error') };
}

/** A new in-memory database with everything on top. Close it after the test. */
export async function openTestStorage(
  log: StorageLog = createTestLog(),
  retries?: Retries,
): Promise<OpenStorage> {
  return openStorage({ kind: 'memory', template: await newDatabase() }, log, retries);
}

/** Making a database takes seconds; a copy of a new one takes a tenth. The copy is kept between runs. */
async function newDatabase(): Promise<Blob> {
  const path = join(tmpdir(), `vaktis-new-database-${await schemaVersion()}.tar`);
  const kept = await readFile(path).catch(() => null);
  if (kept !== null) return new Blob([kept]);
  const folder = await makeFolder();
  await (await openStorage({ kind: 'folder', path: folder.path }, createTestLog())).close();
  const engine = await PGlite.create(join(folder.path, 'database'));
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  await folder.remove();
  await keep(path, dump);
  return dump;
}

/** Another one with every change of the migrations, the engine or the job queue. */
async function schemaVersion(): Promise<string> {
  const hash = createHash('sha256');
  for (const name of ['@electric-sql/pglite', 'pg-boss']) {
    hash.update(await readFile(`node_modules/${name}/package.json`));
  }
  for (const migration of await readMigrations()) hash.update(migration.sql);
  return hash.digest('hex').slice(0, 12);
}

/** Beside its place first: two test processes may do this at once. */
async function keep(path: string, dump: Blob): Promise<void> {
  const unfinished = `${path}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()));
  await rename(unfinished, path);
}

/** A data folder with a new database in it, for tests that are not about making one. */
export async function makeDataFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const folder = await makeFolder();
  const template = await newDatabase();
  const engine = await PGlite.create(join(folder.path, 'database'), { loadDataDir: template });
  await engine.close();
  return folder;
}

/** A folder that is gone after the test; hand `remove` to afterEach. */
export async function makeFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'vaktis-test-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
