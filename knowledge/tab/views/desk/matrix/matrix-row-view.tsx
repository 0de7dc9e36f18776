import { Button } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import type { KeyboardEvent } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { MatrixRow } from '#bot/web/api/contract/desk-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { MatrixRowFields } from './matrix-row-fields.tsx';
import type { RowFault } from './matrix-rows.ts';
import { useRowWords } from './row-in-words.ts';

type Props = {
  row: MatrixRow;
  /** From 1. */
  place: number;
  count: number;
  fault: RowFault | null;
  contractors: readonly { readonly id: string; readonly name: string }[];
  isReadOnly: boolean;
  isEdited: boolean;
  onKey: (event: KeyboardEvent) => void;
  onEdit: () => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onChange: (change: Partial<MatrixRow>) => void;
};

/** One row: what it is for, whose that is, and what can be done with it. */
export function MatrixRowView(props: Props) {
  const { row, place, count, fault, contractors, isReadOnly, isEdited } = props;
  const words = useWords(tabDeskTexts).matrix;
  const { when, to } = useRowWords(contractors);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Alt and an arrow on any of the row's buttons move the row
    <div className="matrix-row" onKeyDown={props.onKey}>
      <span className="matrix-place" aria-hidden="true">
        {place}
      </span>
      <p className="matrix-words">
        <strong>{when(row)}</strong> <span aria-hidden="true">→</span>
        <span className="only-heard">{words.to}</span> {to(row)}
      </p>
      {!isReadOnly && (
        <div className="matrix-buttons">
          <Button
            appearance="subtle"
            icon={<ArrowUpRegular />}
            data-part="up"
            aria-label={words.up(place)}
            disabledFocusable={place === 1}
            onClick={() => props.onMove(-1)}
          />
          <Button
            appearance="subtle"
            icon={<ArrowDownRegular />}
            data-part="down"
            aria-label={words.down(place)}
            disabledFocusable={place === count}
            onClick={() => props.onMove(1)}
          />
          <Button
            appearance="subtle"
            icon={<EditRegular />}
            data-part="edit"
            aria-label={words.edit(place)}
            aria-expanded={isEdited}
            onClick={props.onEdit}
          />
          <Button
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.remove(place)}
            disabledFocusable={count === 1}
            onClick={props.onRemove}
          />
        </div>
      )}
      {fault !== null && (
        <p className="matrix-warning">
          {fault.kind === 'no-contractor' ? words.noContractor : words.neverReached(fault.because + 1)}
        </p>
      )}
      {isEdited && !isReadOnly && (
        <MatrixRowFields
          row={row}
          contractors={contractors}
          onChange={props.onChange}
          onDone={props.onEdit}
        />
      )}
    </div>
  );
}
