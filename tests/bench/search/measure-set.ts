import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import { buildNote } from '../../support/build-note.ts';

const Document = z.object({
  id: z.string(),
  title: z.string().default(''),
  text: z.string(),
  aliases: z.array(z.string()).default([]),
});
const Asked = z.object({ id: z.string(), text: z.string() });

/** nDCG@10, MRR@10 and recall over every question of the set. Aliases are taken for symptoms when asked for. */
export function measureSet(dir: string, options: { aliases: boolean }) {
  const documents = readLines(join(dir, 'corpus.jsonl'), Document);
  const questions = readLines(join(dir, 'queries.jsonl'), Asked);
  const right = readJudgements(join(dir, 'qrels.tsv'));
  const notes = documents.map((document) =>
    buildNote({
      id: `_shared/${document.id}`,
      title: document.title,
      body: document.text,
      symptoms: options.aliases ? document.aliases : [],
      category: 'other',
    }),
  );
  const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
  const at = new Date('2026-11-23T09:00:00Z');
  const results = questions.map(({ id, text }) => {
    const found = search.search({ text, site: null, audience: 'staff', at, limit: 10 });
    return judge(
      found.map(({ note }) => note.id.slice('_shared/'.length)),
      right.get(id) ?? new Set(),
    );
  });
  return average(results);
}

export function readLines<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape>[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => shape.parse(JSON.parse(line)));
}

function readJudgements(file: string): Map<string, Set<string>> {
  const right = new Map<string, Set<string>>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [question = '', document = ''] = line.split('\t');
    right.set(question, (right.get(question) ?? new Set()).add(document));
  }
  return right;
}

type Judged = { ndcg: number; mrr: number; r1: number; r5: number };

function judge(found: readonly string[], right: ReadonlySet<string>): Judged {
  const first = found.findIndex((id) => right.has(id));
  const gain = found.reduce((sum, id, index) => sum + (right.has(id) ? 1 / Math.log2(index + 2) : 0), 0);
  const ideal = Array.from({ length: Math.min(right.size, 10) }, (_, index) => 1 / Math.log2(index + 2));
  return {
    ndcg: gain / ideal.reduce((a, b) => a + b, 0),
    mrr: first < 0 ? 0 : 1 / (first + 1),
    r1: first === 0 ? 1 : 0,
    r5: first >= 0 && first < 5 ? 1 : 0,
  };
}

function average(results: readonly Judged[]) {
  const mean = (key: keyof Judged) =>
    Number((results.reduce((sum, result) => sum + result[key], 0) / results.length).toFixed(3));
  return { questions: results.length, ndcg: mean('ndcg'), mrr: mean('mrr'), r1: mean('r1'), r5: mean('r5') };
}
