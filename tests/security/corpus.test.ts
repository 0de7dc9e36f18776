import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDice } from '../bench/search/dice.ts';
import { createEntrances } from '../fuzz/entrances/every-entrance.ts';
import { CorpusEntry, type Entrance, type FuzzInput, request } from '../fuzz/fuzz-input.ts';
import { type FuzzWorld, startFuzzWorld } from '../fuzz/fuzz-world.ts';
import { minimise } from '../fuzz/minimise.ts';
import { renew, tryInput } from '../fuzz/try-input.ts';

const folder = new URL('../fuzz/corpus/', import.meta.url);
const corpus = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => CorpusEntry.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))));

let world: FuzzWorld;
let entrances: Entrance[];
beforeAll(async () => {
  world = await startFuzzWorld({ server: false });
  entrances = await createEntrances(world, createDice(1));
});
afterAll(() => world?.close());

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

  it.each<[string, () => Promise<string>]>([
    ['a crash', () => Promise.reject(new Error('crashed'))],
    ['an error in the log', async () => 'fine'],
  ])('sees %s', async (what, behind) => {
    const entrance: Entrance = {
      name: 'planted',
      share: 1,
      make: () => request('/'),
      async send() {
        if (what !== 'a crash') world.logger.error({ reference: 'r1' }, 'message failed');
        return { what: await behind(), fault: null };
      },
    };
    expect((await tryInput(world, entrance, request('/'))).fault).toMatch(/crashed|message failed/);
  });

  it('makes an input small that breaks something', async () => {
    const long = { a: ['x', { b: 'long words with BAD inside of them' }], c: 1, d: { e: [1, 2, 3] } };
    const isBroken = async (input: FuzzInput) => JSON.stringify(input).includes('BAD');
    const small = await minimise(request('/', { body: { text: JSON.stringify(long) } }), isBroken);
    expect(JSON.stringify(small).length).toBeLessThan(160);
    expect(await isBroken(small)).toBe(true);
  });
});
