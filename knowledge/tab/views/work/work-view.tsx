import { useEffect, useState } from 'react';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { WorkKind, WorkOverview } from '#bot/web/api/contract/work-contract.ts';
import './work.css';
import { Loading } from '../../parts/loading.tsx';
import { ViewHeading } from '../../parts/view-heading.tsx';
import { useRoute } from '../../shell/router.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { useLoad } from '../../shell/use-load.ts';
import { Heap } from './heap.tsx';
import { HeapList } from './heap-list.tsx';
import { firstHeap, isWorkKind, orderHeaps } from './heaps.ts';

/** What to do next: the heaps, and the one that is open. On a phone one or the other. */
export function WorkView() {
  const { client } = useTab();
  const words = useWords(tabWorkTexts);
  const wanted = useRoute().parts[1] ?? null;
  const overview = useLoad<WorkOverview>('work', (signal) => client.get('/work', { signal }));
  const doneOf = useDoneCounts(overview.value);
  return (
    <div className={wanted === null ? 'work' : 'work work-opened'}>
      <div className="work-head">
        <ViewHeading {...(isWorkKind(wanted) ? { part: words.kinds[wanted].title } : {})}>
          {words.title}
        </ViewHeading>
        <p className="work-intro">{words.intro}</p>
      </div>
      <Loading of={overview}>
        {(value) => {
          const heaps = orderHeaps(value).map((heap) => ({ ...heap, count: doneOf.left(heap) }));
          const current = isWorkKind(wanted) ? wanted : firstHeap(orderHeaps(value));
          return (
            <>
              <HeapList heaps={heaps} current={current} />
              <Heap key={current} kind={current} onDone={() => doneOf.add(current)} />
            </>
          );
        }}
      </Loading>
    </div>
  );
}

/** How many of each heap were done since it was counted, so that the counts follow at once. */
function useDoneCounts(overview: WorkOverview | null) {
  const [done, setDone] = useState<Partial<Record<WorkKind, number>>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: counted anew, so nothing is done since
  useEffect(() => setDone({}), [overview]);
  return {
    left: ({ kind, count }: { kind: WorkKind; count: number }) => Math.max(0, count - (done[kind] ?? 0)),
    add: (kind: WorkKind) => setDone((before) => ({ ...before, [kind]: (before[kind] ?? 0) + 1 })),
  };
}
