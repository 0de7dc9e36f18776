import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';

type Props<T> = {
  readonly label: string;
  readonly rows: readonly T[];
  /** All there are, of which `rows` are those that have been fetched. */
  readonly total: number;
  /** Pixels; every row has the same. */
  readonly rowHeight: number;
  readonly keyOf: (row: T) => string;
  readonly render: (row: T) => ReactNode;
  /** Called when the reader comes near the end of `rows`. */
  readonly onNearEnd: () => void;
};

const spare = 8;

/** A long list of which only the rows in sight are in the page. The window scrolls; arrows, Home and End move between rows. */
export function VirtualRows<T>({ label, rows, total, rowHeight, keyOf, render, onNearEnd }: Props<T>) {
  const list = useRef<HTMLUListElement>(null);
  const [seen, setSeen] = useState({ first: 0, last: 20 });
  useEffect(() => {
    const look = () => {
      const top = -(list.current?.getBoundingClientRect().top ?? 0);
      const first = Math.max(0, Math.floor(top / rowHeight) - spare);
      const last = Math.ceil((top + innerHeight) / rowHeight) + spare;
      setSeen((before) => (before.first === first && before.last === last ? before : { first, last }));
    };
    look();
    addEventListener('scroll', look, { passive: true });
    addEventListener('resize', look);
    return () => {
      removeEventListener('scroll', look);
      removeEventListener('resize', look);
    };
  }, [rowHeight]);
  useEffect(() => {
    if (rows.length < total && seen.last + 2 * spare >= rows.length) onNearEnd();
  }, [seen.last, rows.length, total, onNearEnd]);
  return (
    <ul
      ref={list}
      className="virtual-rows"
      aria-label={label}
      style={{ height: rows.length * rowHeight }}
      onKeyDown={moveFocus}
    >
      {rows.slice(seen.first, seen.last).map((row, index) => (
        <li
          key={keyOf(row)}
          aria-setsize={total}
          aria-posinset={seen.first + index + 1}
          style={{ top: (seen.first + index) * rowHeight, height: rowHeight }}
        >
          {render(row)}
        </li>
      ))}
    </ul>
  );
}

/** From one row's link to the next; the rows beyond come as the page scrolls. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const row = event.target instanceof Element ? event.target.closest('li') : null;
  const next =
    event.key === 'ArrowDown'
      ? row?.nextElementSibling
      : event.key === 'ArrowUp'
        ? row?.previousElementSibling
        : null;
  const link = next?.querySelector('a');
  if (!link) return;
  event.preventDefault();
  link.focus();
  link.scrollIntoView({ block: 'nearest' });
}
