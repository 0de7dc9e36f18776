import { useCallback, useEffect, useRef, useState } from 'react';
import type { NoteSummary } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { isAborted } from '../../../api/api-failure.ts';
import { useTab } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';

export type NoteWish = {
  readonly query: string;
  readonly site: string;
  readonly category: string;
  readonly status: string;
  readonly audience: string;
};

type NotePage = { items: NoteSummary[]; next: string | null; total: number };

export type NotePages = {
  readonly rows: readonly NoteSummary[];
  readonly total: number;
  readonly next: string | null;
};

/** What is kept while a note is looked at, so that coming back is where one was. */
export type ListMemory = { readonly key: string; readonly pages: NotePages; readonly scroll: number };

type Found = { readonly key: string; readonly pages: NotePages };

const pageSize = 100;
const keyOfWish = (wish: NoteWish) => JSON.stringify(wish);

/** The notes that fit, fetched page by page as they come into sight. The old rows stay until the new ones are here. */
export function useNotePages(wish: NoteWish, remembered: ListMemory | null) {
  const { client } = useTab();
  const key = keyOfWish(wish);
  const [found, setFound] = useState<Found | null>(remembered?.key === key ? remembered : null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isLoading, setLoading] = useState(found === null);
  const fetching = useRef<AbortController | null>(null);
  const read = useCallback(
    async (cursor: string | null, before: readonly NoteSummary[]) => {
      fetching.current?.abort();
      fetching.current = new AbortController();
      const { signal } = fetching.current;
      setLoading(true);
      try {
        const query = { ...JSON.parse(key), cursor, limit: pageSize };
        const page = await client.get<NotePage>('/notes', { query, signal });
        const rows = withoutRepeats(before, page.items);
        setFound({ key, pages: { rows, total: Math.max(page.total, rows.length), next: page.next } });
        setFailure(null);
        setLoading(false);
      } catch (error) {
        if (isAborted(error)) return;
        setFailure(toFailure(error));
        setLoading(false);
      }
    },
    [client, key],
  );
  const has = found?.key === key;
  useEffect(() => {
    if (!has) void read(null, []);
  }, [has, read]);
  useEffect(() => () => fetching.current?.abort(), []);
  const pages = found?.pages ?? null;
  const readMore = useCallback(() => {
    if (has && !isLoading && failure === null && pages?.next) void read(pages.next, pages.rows);
  }, [has, isLoading, failure, pages, read]);
  const retry = useCallback(
    () => read(has ? (pages?.next ?? null) : null, has ? (pages?.rows ?? []) : []),
    [has, pages, read],
  );
  return { key, pages, isCurrent: has, isLoading, failure, readMore, retry };
}

/** Somebody may save a note between two pages: what was shown is not shown twice. */
export function withoutRepeats(
  before: readonly NoteSummary[],
  more: readonly NoteSummary[],
): readonly NoteSummary[] {
  const shown = new Set(before.map(({ id }) => id));
  return [...before, ...more.filter(({ id }) => !shown.has(id))];
}
