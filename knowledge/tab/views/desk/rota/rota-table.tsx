import { type KeyboardEvent, useRef, useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';
import type { OpenCell } from './rota-board.tsx';
import { RotaCell } from './rota-cell.tsx';
import { type RotaWeek, stripOf, weekNumber } from './rota-week.ts';
import { useRotaWords } from './rota-words.ts';

type Props = { week: RotaWeek; today: string; onOpen: OpenCell | null };

/**
 * A real table, so that a screen reader says whose day it is. One cell is in the tab order; arrows go to the others.
 */
export function RotaTable({ week, today, onOpen }: Props) {
  const words = useWords(tabDeskTexts).rota;
  const { shortDay, longDay } = useRotaWords();
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const strip = stripOf(week);
  const number = weekNumber(week.days[0] ?? '');
  const move = (event: KeyboardEvent) => {
    const to = neighbour(at, event.key, week.rows.length);
    if (to === null) return;
    event.preventDefault();
    setAt(to);
    table.current?.querySelector<HTMLElement>(`[data-cell="${to.row} ${to.column}"]`)?.focus();
  };
  return (
    <>
      <Legend />
      <table className="rota-table" aria-label={words.calendar(number)} ref={table}>
        <thead>
          <tr>
            <th scope="col">{words.technician}</th>
            {week.days.map((day) => (
              <th key={day} scope="col" className={day === today ? 'rota-today' : undefined}>
                <span aria-hidden="true">{shortDay(day)}</span>
                <span className="only-heard">
                  {longDay(day)}
                  {day === today && `, ${words.today}`}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.rows.map(({ upn, name, days }, row) => (
            <tr key={upn}>
              <th scope="row">{name}</th>
              {days.map((bars, column) => (
                <td key={week.days[column]}>
                  {onOpen === null ? (
                    <div className="rota-cell">
                      <RotaCell bars={bars} strip={strip} free={words.free} />
                    </div>
                  ) : (
                    <button
                      type="button"
                      className="rota-cell"
                      data-cell={`${row} ${column}`}
                      tabIndex={row === at.row && column === at.column ? 0 : -1}
                      onKeyDown={move}
                      onFocus={() => setAt({ row, column })}
                      onClick={(event) => onOpen({ upn, day: week.days[column] ?? '' }, event.currentTarget)}
                    >
                      <span className="only-heard">
                        {words.change(name, longDay(week.days[column] ?? ''))}.{' '}
                      </span>
                      <RotaCell bars={bars} strip={strip} free={words.free} />
                    </button>
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr className="rota-holes-row">
            <th scope="row">{words.nobody}</th>
            {week.holes.map((holes, column) => (
              <td key={week.days[column]}>
                <div className="rota-cell">
                  <RotaCell bars={holes} strip={strip} free="–" />
                </div>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {onOpen !== null && <p className="muted">{words.keys}</p>}
    </>
  );
}

type Place = { readonly row: number; readonly column: number };

/** Where an arrow, Home or End leads; null for another key or over the edge. */
function neighbour({ row, column }: Place, key: string, rows: number): Place | null {
  if (key === 'ArrowRight' && column < 6) return { row, column: column + 1 };
  if (key === 'ArrowLeft' && column > 0) return { row, column: column - 1 };
  if (key === 'ArrowDown' && row < rows - 1) return { row: row + 1, column };
  if (key === 'ArrowUp' && row > 0) return { row: row - 1, column };
  if (key === 'Home') return { row, column: 0 };
  if (key === 'End') return { row, column: 6 };
  return null;
}

function Legend() {
  const words = useWords(tabDeskTexts).rota;
  return (
    <ul className="rota-legend">
      {(['duty', 'on-call', 'shift', 'absence', 'hole'] as const).map((kind) => (
        <li key={kind}>
          <span className={`rota-swatch rota-${kind}`} aria-hidden="true" />
          {words.kinds[kind]}
        </li>
      ))}
    </ul>
  );
}
