import { describe, expect, it } from 'vitest';
import { WorkKind } from '#bot/web/api/contract/work-contract.ts';
import {
  decisionsFor,
  firstHeap,
  heapOrder,
  isWorkKind,
  orderHeaps,
} from '#knowledge/tab/views/work/heaps.ts';

describe('the heaps of work', () => {
  it('are all there, in an order that never moves, also when the server says nothing of them', () => {
    const heaps = orderHeaps({ heaps: [{ kind: 'stale', count: 3 }] });
    expect(heaps.map(({ kind }) => kind)).toEqual(heapOrder);
    expect(heaps.filter(({ count }) => count > 0)).toEqual([{ kind: 'stale', count: 3 }]);
    expect([...heapOrder].sort()).toEqual([...WorkKind.options].sort());
  });

  it('open at the first with something in it', () => {
    const overview = {
      heaps: [
        { kind: 'stale', count: 3 },
        { kind: 'suggestions', count: 1 },
      ] as const,
    };
    expect(firstHeap(orderHeaps({ heaps: [...overview.heaps] }))).toBe('suggestions');
    expect(firstHeap(orderHeaps({ heaps: [] }))).toBe('failed');
  });

  it('can each be put off', () => {
    expect(heapOrder.filter((kind) => !decisionsFor(kind).includes('later'))).toEqual([]);
  });

  it('are known by name', () => {
    expect([isWorkKind('stale'), isWorkKind('dust'), isWorkKind(null)]).toEqual([true, false, false]);
  });
});
