import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createDatabaseCheck } from '#adapters/storage/check-database.ts';
import type { OpenStorage } from '#adapters/storage/open-storage.ts';
import { createLogger } from '#bot/logger.ts';
import { createServer, type RunningServer } from '#bot/web/create-server.ts';
import type { HealthPorts, IsReady } from '#bot/web/health.ts';
import { watchLoop } from '#bot/web/watch-loop.ts';
import { openTestStorage } from '../support/storage.ts';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Health = { isReady?: IsReady; isStarted?: () => boolean; health?: Pick<HealthPorts, 'loop' | 'isLost'> };

async function serve({ isReady = async () => true, ...health }: Health): Promise<RunningServer> {
  const server = createServer({
    logger: createLogger('silent'),
    handleActivity: async (_request, response) => void response.end(),
    newRequestId: () => 'id',
    isReady,
    ...health,
  });
  const running = await server.listen({ port: 0, host: '127.0.0.1' });
  closing.push(() => running.close(50));
  return running;
}

const Answer = z.object({ status: z.string(), reason: z.string().optional() });

async function ask({ url }: Pick<RunningServer, 'url'>, path: string) {
  const response = await fetch(`${url}${path}`);
  return Answer.parse(await response.json());
}

const never = () => new Promise<never>(() => {});

let opened: OpenStorage;
beforeAll(async () => {
  opened = await openTestStorage();
});
afterAll(() => opened?.close());

/** The check on a real embedded database; its patience is over when the test says so. */
function openCheck(options: { elapsed?: () => number; wait?: () => Promise<unknown> } = {}) {
  const { elapsed = () => performance.now(), wait = never } = options;
  return createDatabaseCheck(opened.database, { elapsed, wait });
}

describe('/readyz', () => {
  it('says ready when all is well', async () => {
    const { check } = openCheck();
    expect(await ask(await serve({ isReady: check }), '/readyz')).toMatchObject({ status: 'ready' });
  });

  it('says that it is starting until everything is begun', async () => {
    let started = false;
    const server = await serve({ isStarted: () => started });
    expect(await ask(server, '/readyz')).toEqual({ status: 'not ready', reason: 'starting' });
    started = true;
    expect(await ask(server, '/readyz')).toMatchObject({ status: 'ready' });
  });

  it('says that it is draining while it still serves', async () => {
    const server = await serve({});
    server.retire();
    expect(await ask(server, '/readyz')).toMatchObject({ reason: 'draining' });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  });

  it('says that there is too much at once', async () => {
    const server = await serve({ isReady: async () => 'overloaded' });
    expect(await ask(server, '/readyz')).toMatchObject({ reason: 'overloaded' });
  });

  it('says that the database is away, and that it is back', async () => {
    let away = true;
    const database: OpenStorage['database'] = {
      ...opened.database,
      query: (text, values) =>
        away ? Promise.reject(new Error('secret')) : opened.database.query(text, values),
    };
    const { check } = createDatabaseCheck(database, { elapsed: () => performance.now(), wait: never });
    const server = await serve({ isReady: check });
    expect(await ask(server, '/readyz')).toMatchObject({ reason: 'database away' });
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    away = false;
    expect(await ask(server, '/readyz')).toMatchObject({ status: 'ready' });
  });

  it('says that migrations are missing', async () => {
    const { check } = openCheck();
    const server = await serve({ isReady: check });
    expect(await ask(server, '/readyz')).toMatchObject({ status: 'ready' });
    const { database } = opened;
    await database.query('create table done as select * from migrations');
    await database.query('delete from migrations where number = (select max(number) from migrations)');
    expect(await ask(server, '/readyz')).toMatchObject({ reason: 'migrations missing' });
    await database.query('insert into migrations select * from done on conflict do nothing');
    await database.query('drop table done');
    expect(await ask(server, '/readyz')).toMatchObject({ status: 'ready' });
  });

  it('says that the embedded database is stuck, in time, however long it is', async () => {
    const patience = Promise.withResolvers<void>();
    const { check } = openCheck({ wait: () => patience.promise });
    const server = await serve({ isReady: check });
    const held = Promise.withResolvers<void>();
    const transaction = opened.database.transaction(() => held.promise);
    const answer = ask(server, '/readyz');
    patience.resolve();
    expect(await answer).toMatchObject({ reason: 'database stuck' });
    held.resolve();
    await transaction;
  });

  it('says that the event loop was blocked, and forgets it after a while', async () => {
    // Its looks are made by hand: by the machine's own clock a loaded machine would make them late itself.
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    let now = 0;
    const loop = watchLoop({ elapsed: () => now });
    closing.push(() => {
      loop.stop();
      vi.useRealTimers();
    });
    const look = (milliseconds: number) => {
      now += milliseconds;
      vi.advanceTimersByTime(500);
    };
    const server = await serve({ health: { loop } });
    expect(await ask(server, '/readyz')).toMatchObject({ status: 'ready' });
    now = 4_000;
    // Asked before the look that is late.
    expect(await ask(server, '/readyz')).toMatchObject({ reason: 'event loop blocked' });
    look(0);
    for (let second = 0; second < 9; second++) {
      look(500);
      look(500);
      expect(loop.isBlocked()).toBe(true);
    }
    look(500);
    look(500);
    expect(loop.isBlocked()).toBe(false);
    expect(await ask(server, '/readyz')).toMatchObject({ status: 'ready' });
  });

  it('never says why in an error’s own words', async () => {
    const server = await serve({ isReady: () => Promise.reject(new Error('secret')) });
    expect(await ask(server, '/readyz')).toEqual({ status: 'not ready', reason: 'not ready' });
  });
});

describe('/healthz', () => {
  it('says no only when the embedded database has been silent for so long that a restart is all that helps', async () => {
    let now = 0;
    const { check, isLost } = openCheck({ elapsed: () => now, wait: async () => {} });
    const server = await serve({ isReady: check, health: { isLost } });
    const held = Promise.withResolvers<void>();
    const transaction = opened.database.transaction(() => held.promise);
    expect(await ask(server, '/readyz')).toMatchObject({ reason: 'database stuck' });
    now = 60_000;
    expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
    now = 121_000;
    expect(await ask(server, '/healthz')).toMatchObject({ status: 'lost' });
    held.resolve();
    await transaction;
    await expect.poll(async () => (await fetch(`${server.url}/healthz`)).status).toBe(200);
  });
});
