import { CounterBadge } from '@fluentui/react-components';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { WorkKind } from '#bot/web/api/contract/work-contract.ts';
import { hashOf } from '../../shell/router.ts';
import { useWords } from '../../shell/tab-context.ts';
import type { Heap } from './heaps.ts';

export function HeapList({ heaps, current }: { heaps: readonly Heap[]; current: WorkKind }) {
  const words = useWords(tabWorkTexts);
  return (
    <nav className="work-heaps" aria-label={words.heaps}>
      <ul>
        {heaps.map(({ kind, count }) => (
          <li key={kind}>
            <a
              href={hashOf(`/work/${kind}`)}
              aria-current={kind === current ? 'true' : undefined}
              className={count === 0 ? 'work-heap-empty' : undefined}
            >
              <span>{words.kinds[kind].title}</span>
              <CounterBadge
                count={count}
                showZero
                overflowCount={999}
                appearance="filled"
                color={count === 0 ? 'informative' : 'brand'}
              />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
