import { useRef } from 'react';
import type { Loaded } from '../../shell/use-load.ts';

/** What was shown last stays while the next is counted, so that the page does not jump at every choice. */
export function useRecent<T>(of: Loaded<T>): Loaded<T> {
  const last = useRef<T | null>(null);
  last.current = of.failure === null ? (of.value ?? last.current) : null;
  return { ...of, value: last.current };
}

/** The last that there was: what one may choose is still known when a choice could not be counted. */
export function useLast<T>(value: T | null): T | null {
  const last = useRef<T | null>(null);
  last.current = value ?? last.current;
  return last.current;
}
