import { performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import { createNoteSearch } from '#knowledge/search/create-note-search.ts';
import type { NoteSearch } from '#knowledge/search/note-search.ts';
import { type Judged, judgeRanking, meanOf } from './judge-ranking.ts';
import { type RetrievalSet, toNote } from './retrieval-set.ts';

/** What `vaktis eval --retrieval` prints. Latencies in milliseconds, memory in megabytes (10⁶) of the whole process. */
export type RetrievalFigures = Judged & {
  readonly queries: number;
  readonly documents: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly index_seconds: number;
  readonly memory_mb: number;
};

const depth = 10;
/** No text of a set has a window of validity; any moment will do. */
const anyMoment = new Date(0);

/** Asks every question that has a right text, through the search that the bot uses. */
export function measureRetrieval(
  set: RetrievalSet,
  options: { readonly aliases: boolean },
): RetrievalFigures & { readonly judged: readonly Judged[] } {
  const notes = set.documents.map((document) => toNote(document, options));
  const indexing = performance.now();
  const search = createNoteSearch(notes, { timezone: 'Europe/Stockholm' });
  ask(search, 'uppvärmning');
  const indexed = performance.now() - indexing;
  const times: number[] = [];
  const asked = set.questions.filter(({ id }) => set.right.has(id));
  const judged = asked.map(({ id, text }) => {
    const started = performance.now();
    const found = ask(search, text);
    times.push(performance.now() - started);
    return judgeRanking(found, set.right.get(id) ?? new Map());
  });
  return {
    ...meanOf(judged),
    queries: asked.length,
    documents: notes.length,
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
    index_seconds: Math.round(indexed) / 1000,
    memory_mb: Math.round(memoryUsage.rss() / 1e6),
    judged,
  };
}

function ask(search: NoteSearch, text: string): string[] {
  const query = { text, site: null, audience: 'staff' as const, at: anyMoment, limit: depth };
  return search.search(query).map(({ note }) => note.id.slice('_shared/'.length));
}

/** To a thousandth of the times' unit; 0 when there are none. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  const at = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return Math.round((sorted[at] ?? 0) * 1000) / 1000;
}
