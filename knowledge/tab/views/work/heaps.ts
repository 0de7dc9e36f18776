import type { WorkItem, WorkKind, WorkOverview } from '#bot/web/api/contract/work-contract.ts';

/** From what hurts people now to what can wait. The order never moves, so that a heap is found where it was. */
export const heapOrder = [
  'failed',
  'contradictions',
  'unanswered',
  'suggestions',
  'case-drafts',
  'reviews',
  'stale',
  'bare-sites',
] as const satisfies readonly WorkKind[];

export type Heap = { readonly kind: WorkKind; readonly count: number };

/** All heaps in their order; one that the server says nothing about is empty. */
export function orderHeaps(overview: WorkOverview): Heap[] {
  const counts = new Map(overview.heaps.map(({ kind, count }) => [kind, count]));
  return heapOrder.map((kind) => ({ kind, count: counts.get(kind) ?? 0 }));
}

/** The heap to show first: the first in order with something in it. */
export function firstHeap(heaps: readonly Heap[]): WorkKind {
  return heaps.find(({ count }) => count > 0)?.kind ?? heapOrder[0];
}

export function isWorkKind(text: string | null): text is WorkKind {
  return heapOrder.some((kind) => kind === text);
}

export type Decision = 'accept' | 'refuse' | 'later';

/** What can be done with a piece of work in one press. */
const decisions: Record<WorkKind, readonly Decision[]> = {
  failed: ['refuse', 'later'],
  contradictions: ['refuse', 'later'],
  unanswered: ['refuse', 'later'],
  suggestions: ['accept', 'refuse', 'later'],
  'case-drafts': ['accept', 'refuse', 'later'],
  reviews: ['accept', 'refuse', 'later'],
  stale: ['accept', 'later'],
  'bare-sites': ['refuse', 'later'],
};

export function decisionsFor(kind: WorkKind): readonly Decision[] {
  return decisions[kind];
}

/** What a person calls it when it is read aloud that it is done. */
export function titleOf(item: WorkItem): string {
  switch (item.kind) {
    case 'unanswered':
      return item.title;
    case 'contradictions':
      return item.notes.map((note) => note.title).join(' – ');
    case 'suggestions':
      return item.wording;
    case 'case-drafts':
      return item.seed.content.title;
    case 'bare-sites':
      return item.siteName;
    default:
      return item.note.title;
  }
}
