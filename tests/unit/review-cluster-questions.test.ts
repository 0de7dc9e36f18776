import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterQuestions } from '#knowledge/review/cluster-questions.ts';

test('wordings that ask about the same are one cluster, whatever word they use for the thing', () => {
  const clusters = clusterQuestions([
    'paddan laddar inte',
    'hur bokar man ett konferensrum?',
    'hej! ipaden vill inte ladda',
    'surfplattan laddas inte längre, hjälp',
    'boka konferensrum',
  ]);
  expect(clusters.map(({ indexes }) => indexes)).toEqual([
    [0, 2, 3],
    [1, 4],
  ]);
});

test('a slip does not make a cluster of its own', () => {
  const texts = ['passerkortet fungerar inte', 'paserkortet funkar ej', 'mitt passerkort är spärrat'];
  expect(clusterQuestions(texts)[0]?.indexes).toContain(1);
});

test('what says nothing is put together, last', () => {
  const clusters = clusterQuestions(['hej', 'projektorn är svart', 'funkar inte', '']);
  expect(clusters.at(-1)?.indexes).toEqual([0, 2, 3]);
});

test('the wording shown is one of the cluster’s own, the most like the others', () => {
  const [cluster] = clusterQuestions([
    'skanna till mejl från kopiatorn',
    'skanna till mejl',
    'hur kan man skanna till mejl med bilagor i färg',
  ]);
  expect(cluster?.wording).toBe('skanna till mejl');
});

test('every wording is in exactly one cluster', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      const indexes = clusterQuestions(texts).flatMap((cluster) => cluster.indexes);
      expect(indexes.sort((a, b) => a - b)).toEqual([...texts.keys()]);
    }),
    { numRuns: 60 },
  );
});
