import { type PointerEvent, useState } from 'react';
import { placeUnder } from './lists.ts';

/** Dragging an entry by its handle, with mouse, pen or finger: the list reorders while the pointer moves. */
export function useStepDrag(
  list: { readonly current: HTMLElement | null },
  onMove: (from: number, to: number) => void,
) {
  const [dragged, setDragged] = useState<number | null>(null);
  const handle = (place: number) => ({
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0 || !(event.currentTarget instanceof HTMLElement)) return;
      event.preventDefault();
      setDragged(place);
      follow(place);
    },
  });
  function follow(from: number): void {
    const end = (event: globalThis.PointerEvent) => {
      stop.abort();
      setDragged(null);
      if (event.type === 'pointerup') onMove(from, targetOf(event.clientY, from));
      mark(null);
    };
    const stop = new AbortController();
    const options = { signal: stop.signal };
    addEventListener('pointermove', (event) => mark(targetOf(event.clientY, from), from), options);
    addEventListener('pointerup', end, options);
    addEventListener('pointercancel', end, options);
  }
  function targetOf(y: number, from: number): number {
    const middles = [...(list.current?.children ?? [])].map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return top + height / 2;
    });
    const place = placeUnder(y, middles);
    return place > from ? place - 1 : place;
  }
  /** Where it would land, as a line above or below that row. */
  function mark(to: number | null, from = 0): void {
    for (const [place, row] of [...(list.current?.children ?? [])].entries()) {
      const isTarget = place === to && to !== from;
      row.toggleAttribute('data-above', isTarget && place < from);
      row.toggleAttribute('data-below', isTarget && place > from);
    }
  }
  return { dragged, handle };
}
