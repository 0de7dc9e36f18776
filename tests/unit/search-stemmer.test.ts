import fc from 'fast-check';
import snowball from 'snowball-stemmers';
import { expect, test } from 'vitest';
import { snowballSwedish } from '#knowledge/search/analyse/snowball-swedish.ts';
import { words } from '#knowledge/search/analyse/words.ts';
import { everyday } from '#knowledge/search/glossary/everyday.ts';
import { glossary } from '#knowledge/search/glossary/glossary.ts';

const library = snowball.newStemmer('swedish');

test('every Swedish word of the glossaries has the stem that the library gives', () => {
  const said = [...glossary, ...everyday].flatMap(({ sv }) => [...words(sv), ...sv.split(/[ ,]+/)]);
  expect(said.map(snowballSwedish)).toEqual(said.map((word) => library.stem(word)));
});

const endings = 'heterna andet ens s as fullt löst lig gt tt els ast erns n'.split(' ');

test('whatever the letters, the stem is the one that the library gives', () => {
  const letters = fc.array(fc.constantFrom(...'abdeghiklnorstyåäö'), { maxLength: 9 });
  const word = fc.tuple(letters, fc.constantFrom('', ...endings)).map(([start, end]) => start.join('') + end);
  fc.assert(
    fc.property(word, (made) => {
      expect(snowballSwedish(made)).toBe(library.stem(made));
    }),
    { numRuns: 3_000 },
  );
});
