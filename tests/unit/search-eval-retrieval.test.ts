import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { judgeRanking } from '#bot/cli/eval-retrieval/judge-ranking.ts';
import { runCommand } from '#bot/cli/run-command.ts';

const made: string[] = [];
afterEach(async () => {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true });
});

const Figures = z.object({
  mrr10: z.number(),
  ndcg10: z.number(),
  r1: z.number(),
  r5: z.number(),
  p50_ms: z.number(),
  p95_ms: z.number(),
  index_seconds: z.number(),
  memory_mb: z.number(),
  queries: z.number(),
});

async function makeSet(files: Readonly<Record<string, string>>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'vaktis-set-'));
  made.push(dir);
  for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  return dir;
}

const set = {
  'corpus.jsonl': [
    { id: 'a', title: '', text: 'Så byter du lösenord i portalen.', lang: 'sv', aliases: ['kom inte in'] },
    { id: 'b', title: 'Skrivaren', text: 'När papperet fastnar.', lang: 'sv' },
  ]
    .map((document) => JSON.stringify(document))
    .join('\n'),
  'queries.jsonl': [
    { id: '1', text: 'byta losenord', lang: 'sv' },
    { id: '2', text: 'pappret har fastnat i skrivaren', lang: 'sv' },
    { id: '3', text: 'ingen har svarat på den här', lang: 'sv' },
  ]
    .map((question) => JSON.stringify(question))
    .join('\n'),
  'qrels.tsv': 'query_id\tdoc_id\trelevance\n1\ta\t1\n2\tb\t1\n3\ta\t0\n',
};

async function evaluate(...argv: string[]) {
  const out: string[] = [];
  const told: string[] = [];
  const exit = await runCommand(['eval', ...argv], {
    cwd: '/',
    write: (line) => out.push(line),
    tell: (line) => told.push(line),
    storage: () => Promise.reject(new Error('a retrieval set needs no database')),
  });
  return { exit, out, told: told.join('\n') };
}

test('a retrieval set is measured with no desk around it, and the last line is the JSON', async () => {
  const { exit, out } = await evaluate('--retrieval', await makeSet(set));
  expect(exit).toBe(0);
  const figures = Figures.parse(JSON.parse(out.at(-1) ?? ''));
  expect(figures).toMatchObject({ mrr10: 1, ndcg10: 1, r1: 1, r5: 1, queries: 2 });
  expect(figures.p95_ms).toBeGreaterThanOrEqual(figures.p50_ms);
});

test('a set that lacks a file, or holds a line that is no document, is refused by name', async () => {
  const { exit, told } = await evaluate('--retrieval', await makeSet({ ...set, 'corpus.jsonl': '{"id":1}' }));
  expect([exit, told]).toEqual([1, expect.stringContaining('corpus.jsonl:1')]);
  const missing = await evaluate('--retrieval', await makeSet({}));
  expect([missing.exit, missing.told]).toEqual([1, expect.stringContaining('cannot be read')]);
});

test('eval says what it can measure when nothing is named', async () => {
  expect((await evaluate()).told).toContain('--retrieval DIR');
});

test('a ranking is judged by the places of the right texts', () => {
  const right = new Map([
    ['a', 1],
    ['b', 1],
  ]);
  expect(judgeRanking(['a', 'b', 'x'], right)).toEqual({ ndcg10: 1, mrr10: 1, r1: 1, r5: 1 });
  const late = judgeRanking(['x', 'a'], new Map([['a', 1]]));
  expect(late).toMatchObject({ mrr10: 0.5, r1: 0, r5: 1 });
  expect(late.ndcg10).toBeCloseTo(1 / Math.log2(3));
  expect(judgeRanking([], right)).toEqual({ ndcg10: 0, mrr10: 0, r1: 0, r5: 0 });
});
