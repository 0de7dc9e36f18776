import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDice } from '../bench/search/dice.ts';
import { checkStored } from '../fuzz/check-stored.ts';
import { createEntrances } from '../fuzz/entrances/every-entrance.ts';
import { CorpusEntry, type Entrance, type FuzzInput, type Outcome, request } from '../fuzz/fuzz-input.ts';
import { type FuzzWorld, startFuzzWorld } from '../fuzz/fuzz-world.ts';
import { isGrowing, sampleMemory } from '../fuzz/memory-trend.ts';
import { minimise } from '../fuzz/minimise.ts';
import { runFuzz } from '../fuzz/run-fuzz.ts';
import { sendRequest } from '../fuzz/send-request.ts';
import { renew, tryInput } from '../fuzz/try-input.ts';

const folder = new URL('../fuzz/corpus/', import.meta.url);
const corpus = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => CorpusEntry.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

/** A server that is wrong in the way that its path names. */
const wrong: Readonly<Record<string, { status?: number; headers?: Record<string, string>; body?: string }>> =
  {
    '/fine': {},
    '/5xx': { status: 503 },
    '/stack': { body: 'Error: x\n    at run (/srv/bot/app.ts:1:2)' },
    '/database': { body: '{"error":"syntax error at or near"}' },
    '/header': { headers: { 'x-injected': '1' } },
    '/cookie': { headers: { 'set-cookie': 'a=b' } },
    '/no-policy': { headers: { 'content-security-policy': '' } },
    '/sniffed': { headers: { 'x-content-type-options': 'sniff' } },
  };
const usual = { 'content-security-policy': "default-src 'none'", 'x-content-type-options': 'nosniff' };

let world: FuzzWorld;
let entrances: Entrance[];
let server: Server;
let url: URL;
beforeAll(async () => {
  world = await startFuzzWorld({ server: false });
  entrances = await createEntrances(world, createDice(1));
  server = createServer(({ url: path = '' }, response) => {
    if (path === '/cut') return void response.destroy();
    const { status = 200, headers = {}, body = '' } = wrong[path] ?? {};
    const all = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== '');
    response.writeHead(status, Object.fromEntries(all)).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = new URL(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
});
afterAll(async () => {
  server?.closeAllConnections();
  server?.close();
  await world?.close();
});

const planted = (name: string, send: () => Promise<Outcome>): Entrance => ({
  name,
  share: 10,
  make: () => request(`/${name}`),
  send,
});
const through = (name: string) => planted(name, () => sendRequest({ ...world, url }, request(`/${name}`)));
const fine: Outcome = { what: '200', fault: null };

/** What is wrong, and what the run must say of it; all of it among what is not. */
const all: readonly (readonly [Entrance, string])[] = [
  [through('5xx'), 'answered 503'],
  [through('stack'), 'the answer shows'],
  [through('database'), 'the answer shows'],
  [through('header'), 'a header was injected'],
  [through('cookie'), 'a cookie was set'],
  [through('no-policy'), 'no Content-Security-Policy'],
  [through('sniffed'), 'no nosniff'],
  [through('cut'), 'cut without an answer'],
  [
    planted('crash', () => Promise.reject(new TypeError('x is undefined'))),
    'threw TypeError: x is undefined',
  ],
  [
    planted('loose', async () => {
      void Promise.reject(new Error('left alone'));
      return fine;
    }),
    'unhandled: left alone',
  ],
  [
    planted('logged', async () => {
      world.logger.error({ reference: 'r1' }, 'message failed');
      return fine;
    }),
    'message failed',
  ],
  [
    planted('polluted', async () => {
      Reflect.set(Object.prototype, 'polluted', 1);
      return fine;
    }),
    'every object has "polluted" now',
  ],
];

describe('an input that once broke something', () => {
  it.each(corpus)('breaks nothing now: $entrance, $why', async ({ entrance: name, input }) => {
    const entrance = entrances.find((one) => one.name === name);
    if (entrance === undefined) throw new Error(`there is no entrance ${name}`);
    expect(await tryInput(world, entrance, renew(input))).toMatchObject({ fault: null });
  });
});

describe('the fuzzing', () => {
  it('has every way in, with shares that are a hundred together', () => {
    expect(entrances.reduce((sum, { share }) => sum + share, 0)).toBe(100);
  });

  it('makes an input small that breaks something', async () => {
    const long = { a: ['x', { b: 'long words with BAD inside of them' }], c: 1, d: { e: [1, 2, 3] } };
    const isBroken = async (input: FuzzInput) => JSON.stringify(input).includes('BAD');
    const small = await minimise(request('/', { body: { text: JSON.stringify(long) } }), isBroken);
    expect(JSON.stringify(small).length).toBeLessThan(160);
    expect(await isBroken(small)).toBe(true);
  });
});

describe('a fuzzing run sees', () => {
  it('whatever is wrong, by its entrance, among what is not', async () => {
    const some = [through('fine'), ...all.map(([entrance]) => entrance)];
    const report = await runFuzz(world, { seed: 1, inputs: 96, tell: () => undefined, planted: some });
    const found = Object.fromEntries(report.broken.map(({ entrance, why }) => [entrance, why]));
    expect(found).toEqual(
      Object.fromEntries(all.map(([{ name }, why]) => [name, expect.stringContaining(why)])),
    );
    expect(report.unreadable).toEqual([]);
  });

  it('memory that is held, and not what comes and goes', async () => {
    const held: Buffer[] = [];
    const samples = async (keeps: boolean) => {
      const seen = [];
      for (let n = 0; n < 4; n += 1) {
        const some = Buffer.alloc(4 * 1024 * 1024, n);
        if (keeps) held.push(some);
        seen.push(await sampleMemory(n * 10_000));
      }
      return seen;
    };
    expect(isGrowing(await samples(false))).toBe(false);
    expect(isGrowing(await samples(true))).toBe(true);
    expect(held).toHaveLength(4);
  });

  it('what is stored and cannot be read again', async () => {
    expect(await checkStored(world)).toEqual([]);
    await world.opened.database.query(`insert into conversations (channel, conversation_id, person_upn, state, version)
      values ('msteams', 'a:1', 'x@y', '{"stage": 7}', 1)`);
    expect(await checkStored(world)).toEqual([expect.stringContaining('conversation a:1')]);
  });
});
