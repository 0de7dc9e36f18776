import { judgeRanking } from '#bot/cli/eval-retrieval/judge-ranking.ts';
import { type RetrievalSet, toNote } from '#bot/cli/eval-retrieval/retrieval-set.ts';
import type { Engine } from './engine.ts';

/** nDCG@10 of every question that has a right text, in the set's order. */
export async function measureQuality(
  engine: Engine,
  set: RetrievalSet,
  change: (text: string) => string = (text) => text,
): Promise<number[]> {
  const notes = set.documents.map((document) => toNote(document, { aliases: false }));
  const language = set.documents[0]?.lang === 'en' ? 'en' : 'sv';
  const index = await engine.index(notes, language);
  const judged: number[] = [];
  for (const { id, text } of set.questions) {
    const right = set.right.get(id);
    if (right === undefined) continue;
    const found = await index.search(change(text));
    const ids = found.map((note) => note.slice('_shared/'.length));
    judged.push(judgeRanking(ids, right).ndcg10);
  }
  await index.close?.();
  return judged;
}
