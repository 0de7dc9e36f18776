import { type RefObject, useEffect, useRef, useState } from 'react';

/** The width that there is for a chart, in pixels: its letters keep their size on a phone. */
export function useWidth<T extends HTMLElement>(first: number): [RefObject<T | null>, number] {
  const place = useRef<T>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    if (place.current === null) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(place.current);
    return () => watch.disconnect();
  }, []);
  return [place, width];
}
