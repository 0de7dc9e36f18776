import { useCallback, useEffect, useState } from 'react';
import { ApiFailure, isAborted } from '../api/api-failure.ts';

/** Something that is fetched. While it is fetched again the old value stays: `isLoading` tells. */
export type Loaded<T> = {
  readonly value: T | null;
  readonly failure: ApiFailure | null;
  readonly isLoading: boolean;
  readonly reload: () => void;
  /** Puts in what a change answered with. */
  readonly set: (value: T) => void;
};

/**
 * Fetches when `key` changes (and at `reload`); an earlier fetch is aborted. `key` names all that `load` depends on;
 * null fetches nothing.
 */
export function useLoad<T>(key: string | null, load: (signal: AbortSignal) => Promise<T>): Loaded<T> {
  const [found, setFound] = useState<{ key: string | null; value: T | null; failure: ApiFailure | null }>({
    key: null,
    value: null,
    failure: null,
  });
  const [round, setRound] = useState(0);
  const [isLoading, setLoading] = useState(key !== null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what `load` closes over
  useEffect(() => {
    if (key === null) return setLoading(false);
    const abort = new AbortController();
    setLoading(true);
    load(abort.signal)
      .then((value) => setFound({ key, value, failure: null }))
      .catch((error: unknown) => {
        if (isAborted(error) || abort.signal.aborted) return;
        setFound((old) => ({ key, value: old.key === key ? old.value : null, failure: toFailure(error) }));
      })
      .finally(() => {
        if (!abort.signal.aborted) setLoading(false);
      });
    return () => abort.abort();
  }, [key, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const set = useCallback((value: T) => setFound({ key, value, failure: null }), [key]);
  const current = found.key === key;
  return {
    value: current ? found.value : null,
    failure: current ? found.failure : null,
    isLoading,
    reload,
    set,
  };
}

export function toFailure(error: unknown): ApiFailure {
  if (error instanceof ApiFailure) return error;
  return new ApiFailure({ kind: 'unavailable', status: 0 });
}
