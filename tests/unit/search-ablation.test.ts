import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parts } from '../bench/search/without/parts.ts';

const root = join(import.meta.dirname, '../..');
const replaced = Object.entries(parts).flatMap(([part, pairs]) =>
  pairs.map(([real, simple]): [string, string, string] => [part, real, simple]),
);

test.each(replaced)('without %s, all that %s offers is still there', async (_part, real, simple) => {
  const names = Object.keys(await import(join(root, real)));
  const instead = Object.keys(await import(join(root, 'tests/bench/search/without', simple)));
  expect(names.length).toBeGreaterThan(0);
  expect(instead).toEqual(expect.arrayContaining(names));
});
