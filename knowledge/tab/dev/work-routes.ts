import type { WorkItem, WorkKind } from '#bot/web/api/contract/work-contract.ts';
import { ok, page, type Route, refuse } from './route.ts';
import { workItems } from './work-data.ts';

/** The heaps. What is decided leaves its heap; a symptom that holds "fel" cannot be stored, to see what then happens. */
export function workRoutes(): readonly Route[] {
  const heaps = new Map(Object.entries(workItems).map(([kind, items]) => [kind, [...items]]));
  const heap = (kind: string | undefined): WorkItem[] => heaps.get(kind ?? '') ?? [];
  const kinds = Object.keys(workItems).filter((kind): kind is WorkKind => heaps.has(kind));
  return [
    {
      method: 'GET',
      path: '/work',
      answer: () => ok({ heaps: kinds.map((kind) => ({ kind, count: heap(kind).length })) }),
    },
    { method: 'GET', path: '/work/:kind', answer: ({ params, query }) => page(heap(params.kind), query) },
    {
      method: 'POST',
      path: '/work/:kind/:id',
      answer: ({ params, body }) => {
        const known = heap(params.kind).find(({ id }) => id === params.id);
        if (known === undefined) return refuse(404, 'not-found');
        if (isDecision(body) && /\bfel\b/.test(body.wording ?? '')) return refuse(503, 'unavailable');
        heaps.set(
          known.kind,
          heap(known.kind).filter((item) => item !== known),
        );
        return ok({ noteId: 'note' in known ? known.note.id : null });
      },
    },
  ];
}

type Decided = { decision: string; wording?: string };

function isDecision(body: unknown): body is Decided {
  return typeof body === 'object' && body !== null && 'decision' in body;
}
