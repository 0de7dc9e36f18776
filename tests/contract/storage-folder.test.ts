import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runThroughServer } from '#adapters/storage/control-client.ts';
import { DataFolderInUse, openDataFolder } from '#adapters/storage/data-folder.ts';
import { openStorage } from '#adapters/storage/open-storage.ts';
import { createTestLog, makeDataFolder, makeFolder } from '../support/storage.ts';

let folder: { path: string; remove: () => Promise<void> };
let children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children) await kill(child);
  children = [];
  await folder.remove();
});

describe('a data folder that a process holds', () => {
  beforeEach(async () => {
    folder = await makeDataFolder();
  });

  it('is refused to a second process, which learns who has it; the first one goes on', async () => {
    const { child, caseId } = await holdInAnotherProcess();
    const refusal = await refused();
    expect(refusal.message).toContain(`in use by process ${child.pid}`);
    expect(JSON.stringify(refusal) + String(refusal.stack)).not.toContain(refusal.key);
    expect(await runThroughServer(refusal, ['still', 'here'], '/', () => undefined)).toBe(3);
    await kill(child);
    expect(await caseIn(folder.path, caseId)).toBe(true);
  });

  it('is free at once after kill -9, with everything that was committed', async () => {
    const { child, caseId } = await holdInAnotherProcess();
    await kill(child);
    expect(await caseIn(folder.path, caseId)).toBe(true);
  });

  it('runs the commands of others and passes on what they say, faults too', async () => {
    await holdInAnotherProcess();
    const refusal = await refused();
    const lines: string[] = [];
    expect(
      await runThroughServer(refusal, ['import', 'desk'], '/somewhere', (line) => lines.push(line)),
    ).toBe(3);
    expect(await runThroughServer(refusal, ['fail'], '/', (line) => lines.push(line))).toBe(1);
    expect(lines).toEqual(['import desk in /somewhere', 'fail in /', 'it does not work']);
  });

  it('takes no command without the key, and says so when it stops half way', async () => {
    const { child } = await holdInAnotherProcess();
    const { port, key } = await refused();
    const withWrongKey = runThroughServer({ port, key: 'x'.repeat(64) }, ['import'], '/', () => undefined);
    await expect(withWrongKey).rejects.toThrow('refused');
    await kill(child);
    await expect(runThroughServer({ port, key }, ['import'], '/', () => undefined)).rejects.toThrow(
      'does not answer',
    );
  });
});

describe('a lock that nobody holds any more', () => {
  beforeEach(async () => {
    folder = await makeFolder();
  });

  it('is taken over by one of many that try at once', async () => {
    await writeLock(4, { pid: 1, port: await portOfNobody(), key: 'k'.repeat(64), startedAt: 'long ago' });
    const attempts = await Promise.allSettled(Array.from({ length: 12 }, () => openDataFolder(folder.path)));
    const won = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []));
    const lost = attempts.flatMap((attempt) => (attempt.status === 'rejected' ? [attempt.reason] : []));
    expect(won).toHaveLength(1);
    expect(lost.every((error) => error instanceof DataFolderInUse)).toBe(true);
    expect((await readdir(folder.path)).length).toBe(1);
    await won[0]?.release();
  });

  it('is known by an answer that only another program gives', async () => {
    const other = createServer((_request, response) => response.end('{"pid":2}')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await writeLock(1, { pid: 1, port, key: 'k'.repeat(64), startedAt: 'long ago' });
    const held = await openDataFolder(folder.path);
    expect(await readdir(folder.path)).toEqual(['lock.2']);
    await held.release();
    other.close();
  });

  it.each(['', '{"pid":', '{"pid":1}', 'null', '\u0000\u0000'])(
    'is known when it holds %j',
    async (content) => {
      await writeFile(join(folder.path, 'lock.7'), content);
      const held = await openDataFolder(folder.path);
      expect(await readdir(folder.path)).toEqual(['lock.8']);
      await held.release();
    },
  );

  it('is left behind released, and the next one takes it', async () => {
    await (await openDataFolder(folder.path)).release();
    const again = await openDataFolder(folder.path);
    const mode = (await stat(join(folder.path, 'lock.2'))).mode & 0o777;
    expect(mode).toBe(0o600);
    await again.release();
    expect(await readFile(join(folder.path, 'lock.2'), 'utf8')).toBe('{"released":true}');
  });

  it('is not what a busy process has: no answer in time counts as held', async () => {
    const busy = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const address = busy.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    await writeLock(1, { pid: 1, port, key: 'k'.repeat(64), startedAt: 'just now' });
    await expect(openDataFolder(folder.path)).rejects.toBeInstanceOf(DataFolderInUse);
    busy.closeAllConnections();
    busy.close();
  });
});

describe('a data folder that cannot be used', () => {
  beforeEach(async () => {
    folder = await makeFolder();
  });

  it('is named with the reason', async () => {
    await writeFile(join(folder.path, 'file'), '');
    await expect(openDataFolder(join(folder.path, 'file'))).rejects.toThrow('it is a file, not a folder');
    await expect(openDataFolder(join(folder.path, 'file', 'x'))).rejects.toThrow(
      'a part of that path is a file',
    );
  });

  it('with a damaged database is refused with what to do, and left as it is', async () => {
    const place = join(folder.path, 'database');
    await mkdir(place);
    await writeFile(join(place, 'PG_VERSION'), '17\n');
    const opening = openStorage({ kind: 'folder', path: folder.path }, createTestLog());
    await expect(opening).rejects.toThrow('Restore the folder from a copy');
    expect(await readFile(join(place, 'PG_VERSION'), 'utf8')).toBe('17\n');
  });

  it('is no trouble when the first start was cut off half way', async () => {
    const unfinished = join(folder.path, 'database.new');
    await mkdir(unfinished);
    await writeFile(join(unfinished, 'PG_VERSION'), '17\n');
    const opened = await openStorage({ kind: 'folder', path: folder.path }, createTestLog());
    await opened.close();
    expect(await readdir(folder.path)).toEqual(['database']);
  });
});

async function holdInAnotherProcess(): Promise<{ child: ChildProcess; caseId: string }> {
  const script = join(import.meta.dirname, '..', 'support', 'hold-data-folder.ts');
  const child = spawn(process.execPath, [script, folder.path], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  if (child.stdout === null) throw new Error('no output');
  const [caseId] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, caseId: String(caseId) };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

async function refused(): Promise<DataFolderInUse> {
  const error: unknown = await openDataFolder(folder.path).catch((reason: unknown) => reason);
  if (!(error instanceof DataFolderInUse)) throw new Error('the folder was not refused');
  return error;
}

async function caseIn(path: string, id: string): Promise<boolean> {
  const held = await openDataFolder(path);
  const opened = await openStorage({ kind: 'folder', path }, createTestLog());
  const found = await opened.storage.stores.cases.get(id);
  await opened.close();
  await held.release();
  return found !== null;
}

async function writeLock(number: number, content: object): Promise<void> {
  await writeFile(join(folder.path, `lock.${number}`), JSON.stringify(content));
}

async function portOfNobody(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 1;
}
