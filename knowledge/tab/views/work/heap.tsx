import { Button, Spinner } from '@fluentui/react-components';
import { useRef } from 'react';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { WorkItem, WorkKind } from '#bot/web/api/contract/work-contract.ts';
import { FailureMessage } from '../../parts/failure-message.tsx';
import { type Page, usePages } from '../../parts/use-pages.ts';
import { hashOf } from '../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../shell/tab-context.ts';
import { Piece } from './piece.tsx';

/** One heap: what it is, and its pieces of work, the most telling first. */
export function Heap({ kind, onDone }: { kind: WorkKind; onDone: () => void }) {
  const { client } = useTab();
  const words = useWords(tabWorkTexts);
  const shell = useShellWords();
  const list = useRef<HTMLDivElement>(null);
  const pages = usePages<WorkItem>(kind, (cursor, signal) =>
    client.get<Page<WorkItem>>(`/work/${kind}`, { query: { cursor }, signal }),
  );
  const done = (id: string) => {
    focusBeside(list.current, id);
    pages.drop((item) => item.id === id);
    onDone();
  };
  return (
    <section className="work-heap" aria-labelledby="work-heap-title" ref={list}>
      <a className="work-back" href={hashOf('/work')}>
        {shell.back}
      </a>
      <h2 id="work-heap-title" tabIndex={-1}>
        {words.kinds[kind].title}
      </h2>
      <p className="work-about">{words.kinds[kind].about}</p>
      {pages.failure !== null && (
        <FailureMessage words={shell} failure={pages.failure} onRetry={pages.reload} />
      )}
      {pages.items?.length === 0 && <p className="work-empty">{words.kinds[kind].empty}</p>}
      {pages.items?.map((item) => (
        <Piece key={item.id} item={item} onDone={() => done(item.id)} />
      ))}
      {pages.isLoading && <Spinner size="small" label={words.loading} />}
      {pages.hasMore && !pages.isLoading && (
        <div className="work-more">
          <Button onClick={pages.more}>{words.more}</Button>
          <small>{words.count(pages.items?.length ?? 0, pages.total)}</small>
        </div>
      )}
    </section>
  );
}

/** The piece that is done takes its focus with it: the next one gets it, else the one before, else the heading. */
function focusBeside(list: HTMLElement | null, id: string): void {
  const cards = [...(list?.querySelectorAll<HTMLElement>('article') ?? [])];
  const at = cards.findIndex((card) => card.dataset.piece === id);
  const target = cards[at + 1] ?? cards[at - 1] ?? list?.querySelector('h2');
  target?.focus({ preventScroll: true });
}
