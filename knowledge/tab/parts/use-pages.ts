import { useRef, useState } from 'react';
import type { ApiFailure } from '../api/api-failure.ts';
import { toFailure, useLoad } from '../shell/use-load.ts';

export type Page<T> = { readonly items: readonly T[]; readonly next: string | null; readonly total: number };

/** A longer list, a page at a time. */
export type Pages<T> = {
  /** Null until the first page is here. */
  readonly items: readonly T[] | null;
  readonly total: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly failure: ApiFailure | null;
  readonly more: () => void;
  readonly reload: () => void;
  /** Takes out what is done with. */
  readonly drop: (isDone: (item: T) => boolean) => void;
};

/** Fetches the first page when `key` changes (null: nothing), the others when asked. `load` gets the cursor. */
export function usePages<T>(
  key: string | null,
  load: (cursor: string | null, signal: AbortSignal) => Promise<Page<T>>,
): Pages<T> {
  const first = useLoad<Page<T>>(key, (signal) => load(null, signal));
  const [further, setFurther] = useState<{ isLoading: boolean; failure: ApiFailure | null }>(idle);
  // A page that arrives late is added to what the list is by then, if it is still the same list.
  const latest = useRef({ key, page: first.value, set: first.set });
  latest.current = { key, page: first.value, set: first.set };

  const change = (to: (page: Page<T>) => Page<T>, askedFor: string | null) => {
    const { key: now, page, set } = latest.current;
    if (page !== null && now === askedFor) set(to(page));
  };
  const more = () => {
    const cursor = first.value?.next ?? null;
    if (cursor === null || further.isLoading) return;
    setFurther({ isLoading: true, failure: null });
    load(cursor, new AbortController().signal)
      .then((page) => {
        change((known) => ({ ...page, items: [...known.items, ...page.items] }), key);
        setFurther(idle);
      })
      .catch((error: unknown) => setFurther({ isLoading: false, failure: toFailure(error) }));
  };
  return {
    items: first.value?.items ?? null,
    total: first.value?.total ?? 0,
    hasMore: first.value !== null && first.value.next !== null,
    isLoading: first.isLoading || further.isLoading,
    failure: first.failure ?? further.failure,
    more,
    reload: first.reload,
    drop: (isDone) => change((page) => without(page, isDone), key),
  };
}

const idle = { isLoading: false, failure: null };

function without<T>(page: Page<T>, isDone: (item: T) => boolean): Page<T> {
  const items = page.items.filter((item) => !isDone(item));
  return { ...page, items, total: page.total - (page.items.length - items.length) };
}
