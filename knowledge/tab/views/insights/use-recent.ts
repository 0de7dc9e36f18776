import { useRef } from 'react';
import type { Loaded } from '../../shell/use-load.ts';

/** What was shown last stays while the next is counted, so that the page does not jump at every choice. */
export function useRecent<T>(of: Loaded<T>): Loaded<T> {
  const last = useRef<T | null>(null);
  if (of.value !== null) last.current = of.value;
  if (of.failure !== null) last.current = null;
  return { ...of, value: of.value ?? last.current };
}
