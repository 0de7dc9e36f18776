import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import { pageOf } from '../contract/common-contract.ts';
import { WorkDecided, WorkDecision, WorkItem, WorkKind, WorkOverview } from '../contract/work-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { PageQuery } from '../page-of-list.ts';
import { createBareSiteHeap } from './bare-site-heap.ts';
import { createCaseDraftHeap } from './case-draft-heap.ts';
import { createContradictionHeap } from './contradiction-heap.ts';
import type { Heap } from './heap.ts';
import { createFailedHeap, createReviewHeap, createStaleHeap } from './note-heaps.ts';
import { createSuggestionHeap } from './suggestion-heap.ts';
import { createSummaries } from './summaries.ts';
import { createUnansweredHeap } from './unanswered-heap.ts';
import type { WorkPorts } from './work-ports.ts';

/** The desk shows its editors what to do next: only what each of them may do. */
export function createWorkRoutes(ports: WorkPorts): Route[] {
  const heaps = createHeaps(ports);
  const heapOf = (kind: WorkKind) => {
    const heap = heaps.find((one) => one.kind === kind);
    if (heap === undefined) throw new NotFound(`no work ${kind}`);
    return heap;
  };
  return [
    defineRoute({
      method: 'get',
      path: '/work',
      summary: 'How much there is to do of each kind',
      access: 'see-work',
      response: WorkOverview,
      handle: async (reader) => ({
        heaps: await Promise.all(
          heaps.map(async (heap) => ({ kind: heap.kind, count: await heap.count(reader) })),
        ),
      }),
    }),
    defineRoute({
      method: 'get',
      path: '/work/:kind',
      summary: 'Work of one kind, the most telling first',
      access: 'see-work',
      params: z.object({ kind: WorkKind }),
      query: PageQuery,
      response: pageOf(WorkItem),
      handle: (context) => heapOf(context.params.kind).page(context, context.query),
    }),
    defineRoute({
      method: 'post',
      path: '/work/:kind/:id',
      summary: 'Decide on a piece of work',
      access: 'see-work',
      params: z.object({ kind: WorkKind, id: z.string().max(500) }),
      body: WorkDecision,
      response: WorkDecided,
      async handle(context) {
        const { params, body } = context;
        return { noteId: await heapOf(params.kind).decide({ id: params.id, ...body }, context) };
      },
    }),
  ];
}

function createHeaps(ports: WorkPorts): Heap[] {
  const summaries = createSummaries(ports);
  return [
    createUnansweredHeap(ports),
    createFailedHeap(ports, summaries),
    createStaleHeap(ports, summaries),
    createContradictionHeap(ports, summaries),
    createSuggestionHeap(ports, summaries),
    createCaseDraftHeap(ports),
    createReviewHeap(ports, summaries),
    createBareSiteHeap(ports),
  ];
}
