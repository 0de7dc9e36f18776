import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '#adapters/storage/embedded/engine.ts';
import { EngineSocket } from '#adapters/storage/embedded/engine-socket.ts';
import { openEngineThread } from '#adapters/storage/embedded/engine-thread.ts';
import { startEngine } from '#adapters/storage/embedded/start-engine.ts';
import { makeDataFolder } from '../support/storage.ts';

describe('the embedded engine behind pg', () => {
  let folder: Awaited<ReturnType<typeof makeDataFolder>>;
  let engine: Engine;
  let calls = 0;
  let pool: pg.Pool;

  beforeAll(async () => {
    folder = await makeDataFolder();
    engine = await startEngine(join(folder.path, 'database'));
    const counted = {
      exec(message: Uint8Array) {
        calls += 1;
        return engine.exec(message);
      },
    };
    pool = new pg.Pool({
      max: 1,
      stream: () => new EngineSocket(counted),
      user: 'postgres',
      database: 'postgres',
    });
    await pool.query('select 1');
  });
  afterAll(async () => {
    await pool.end();
    await engine.close();
    await folder.remove();
  });

  it('is called once for a statement with values, not once for each part of it', async () => {
    calls = 0;
    const { rows } = await pool.query('select $1::int + 1 as sum', [41]);
    expect([rows, calls]).toEqual([[{ sum: 42 }], 1]);
  });

  it('says what was wrong with a statement and takes the next one', async () => {
    await expect(pool.query('select nothing_like_it from nowhere where x = $1', [1])).rejects.toThrow(
      'nowhere',
    );
    expect((await pool.query('select $1::text as word', ['åäö'])).rows).toEqual([{ word: 'åäö' }]);
  });

  it('gives back an answer of some megabytes whole', async () => {
    const { rows } = await pool.query(`select repeat('å', 2000000) as long, $1::int as last`, [7]);
    expect([rows[0].long.length, rows[0].last]).toEqual([2_000_000, 7]);
  });

  it('does what comes at once in the order in which it came', async () => {
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, place) => pool.query('select $1::int as place', [place])),
    );
    expect(answers.map(({ rows }) => rows[0].place)).toEqual(Array.from({ length: 30 }, (_, place) => place));
  });
});

describe('a thread that an engine is in', () => {
  const scriptOf = (code: string) =>
    new URL(
      `data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads';${code}`)}`,
    );
  const opens = `parentPort.postMessage({ kind: 'done' });`;

  it('that dies fails who waits for it, and whoever asks later', async () => {
    const dies = scriptOf(`parentPort.on('message', () => process.exit(3)); ${opens}`);
    const engine = await openEngineThread('', dies);
    const waiting = [engine.exec(new Uint8Array([1])), engine.exec(new Uint8Array([2]))];
    for (const one of await Promise.allSettled(waiting)) expect(one.status).toBe('rejected');
    await expect(engine.exec(new Uint8Array([3]))).rejects.toThrow('the embedded database ended');
  });

  it('that cannot open its folder says why', async () => {
    const fails = scriptOf(
      `parentPort.on('message', () => {}); parentPort.postMessage({ kind: 'failed', reason: 'no room' });`,
    );
    await expect(openEngineThread('', fails)).rejects.toThrow('no room');
  });

  it('that fails at one question goes on with the next', async () => {
    const engine = await openEngineThread(
      '',
      scriptOf(`parentPort.on('message', (asked) => parentPort.postMessage(asked === 'close' ? { kind: 'done' }
        : asked[0] === 1 ? { kind: 'failed', reason: 'odd' } : { kind: 'answer', bytes: new Uint8Array([9]) })); ${opens}`),
    );
    await expect(engine.exec(new Uint8Array([1]))).rejects.toThrow('odd');
    expect([...(await engine.exec(new Uint8Array([2])))]).toEqual([9]);
    await engine.close();
  });
});
