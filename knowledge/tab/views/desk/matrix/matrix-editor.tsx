import { Button } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { MatrixRowView } from './matrix-row-view.tsx';
import { addRow, changeRow, type KeyedRow, moveRow, type RowFault, removeRow } from './matrix-rows.ts';

type Props = {
  rows: readonly KeyedRow[];
  faults: readonly (RowFault | null)[];
  contractors: readonly { readonly id: string; readonly name: string }[];
  isReadOnly: boolean;
  onChange: (rows: readonly KeyedRow[]) => void;
};

type Focus = { readonly key: number; readonly part: 'up' | 'down' | 'edit' };

/** The rows in order. One is edited at a time; a row that moves keeps its focus. */
export function MatrixEditor({ rows, faults, contractors, isReadOnly, onChange }: Props) {
  const { announce } = useTab();
  const words = useWords(tabDeskTexts).matrix;
  const [edited, setEdited] = useState<number | null>(null);
  const [focus, setFocus] = useState<Focus | null>(null);
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    if (focus === null) return;
    list.current
      ?.querySelector<HTMLElement>(`[data-row="${focus.key}"] [data-part="${focus.part}"]`)
      ?.focus();
    setFocus(null);
  }, [focus]);

  const move = (index: number, to: number, part: Focus['part']) => {
    const row = rows[index];
    if (row === undefined || to < 0 || to >= rows.length) return;
    onChange(moveRow(rows, index, to));
    setFocus({ key: row.key, part });
    announce(words.moved(index + 1, to + 1));
  };
  const onKey = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') || isReadOnly) return;
    event.preventDefault();
    if (event.key === 'ArrowUp') move(index, index - 1, 'up');
    else move(index, index + 1, 'down');
  };
  const remove = (index: number) => {
    const row = rows[index];
    const beside = rows[index + 1] ?? rows[index - 1];
    if (row === undefined) return;
    onChange(removeRow(rows, row.key));
    if (beside) setFocus({ key: beside.key, part: 'edit' });
    announce(words.removed(index + 1));
  };
  const add = () => {
    const more = addRow(rows);
    const fresh = more.find(({ key }) => !rows.some((known) => known.key === key));
    onChange(more);
    setEdited(fresh?.key ?? null);
    if (fresh) setFocus({ key: fresh.key, part: 'edit' });
  };
  return (
    <>
      <ol className="matrix" ref={list}>
        {rows.map(({ key, row }, index) => (
          <li key={key} data-row={key}>
            <MatrixRowView
              row={row}
              place={index + 1}
              count={rows.length}
              fault={faults[index] ?? null}
              contractors={contractors}
              isReadOnly={isReadOnly}
              isEdited={edited === key}
              onKey={(event) => onKey(event, index)}
              onEdit={() => setEdited(edited === key ? null : key)}
              onMove={(by) => move(index, index + by, by < 0 ? 'up' : 'down')}
              onRemove={() => remove(index)}
              onChange={(change) => onChange(changeRow(rows, key, change))}
            />
          </li>
        ))}
      </ol>
      {!isReadOnly && (
        <>
          <p className="muted">{words.keys}</p>
          <Button className="desk-new" onClick={add}>
            {words.add}
          </Button>
        </>
      )}
    </>
  );
}
