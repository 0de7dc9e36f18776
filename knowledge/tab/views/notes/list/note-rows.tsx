import { Spinner } from '@fluentui/react-components';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { VirtualRows } from '../../../parts/virtual-rows.tsx';
import { useShellWords, useWords } from '../../../shell/tab-context.ts';
import { NoteRow } from './note-row.tsx';
import { type ListMemory, type NoteWish, useNotePages } from './use-note-pages.ts';

type Props = { wish: NoteWish; memory: { current: ListMemory | null }; showsSite: boolean };

/** The notes that fit. Coming back from a note is where one left. */
export function NoteRows({ wish, memory, showsSite }: Props) {
  const words = useWords(notesTexts);
  const shell = useShellWords();
  const { key, pages, isCurrent, isLoading, failure, readMore, retry } = useNotePages(wish, memory.current);
  useMemory(memory, isCurrent && pages !== null ? { key, pages } : null);
  const rowHeight = useIsNarrow() ? 100 : 76;
  return (
    <section className="note-rows" aria-busy={isLoading}>
      <p className="notes-total" role="status">
        {pages === null ? shell.loading : words.total(pages.total)}
      </p>
      {failure !== null && <FailureMessage words={shell} failure={failure} onRetry={() => void retry()} />}
      {pages?.total === 0 && <Nothing wish={wish} />}
      {pages !== null && pages.total > 0 && (
        <VirtualRows
          key={key}
          label={words.noteList}
          rows={pages.rows}
          total={pages.total}
          rowHeight={rowHeight}
          keyOf={(note) => note.id}
          render={(note) => <NoteRow note={note} showsSite={showsSite} />}
          onNearEnd={readMore}
        />
      )}
      {isLoading && pages !== null && isCurrent && <Spinner size="tiny" label={words.moreComing} />}
    </section>
  );
}

function Nothing({ wish }: { wish: NoteWish }) {
  const words = useWords(notesTexts);
  const isBare = [wish.query, wish.category, wish.status, wish.audience].every((part) => part === '');
  return (
    <div className="nothing">
      <h2>{isBare ? words.noneHere : words.none}</h2>
      <p>{isBare ? words.noneHereHelp : words.noneHelp}</p>
    </div>
  );
}

function useMemory(memory: { current: ListMemory | null }, found: Omit<ListMemory, 'scroll'> | null): void {
  const latest = useRef(found);
  latest.current = found;
  const restored = useRef(false);
  const ready = found !== null;
  useEffect(() => {
    if (!ready || restored.current) return;
    restored.current = true;
    const kept = memory.current;
    // After the shell has scrolled to the top, as it does for every other view.
    if (kept !== null && kept.key === latest.current?.key)
      requestAnimationFrame(() => scrollTo({ top: kept.scroll }));
  }, [ready, memory]);
  useEffect(() => {
    let scroll = scrollY;
    const look = () => {
      scroll = scrollY;
    };
    addEventListener('scroll', look, { passive: true });
    return () => {
      removeEventListener('scroll', look);
      if (latest.current !== null) memory.current = { ...latest.current, scroll };
    };
  }, [memory]);
}

const narrow = '(max-width: 640px)';

function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = matchMedia(narrow);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => matchMedia(narrow).matches,
  );
}
