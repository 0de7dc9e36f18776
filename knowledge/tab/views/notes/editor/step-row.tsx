import { Button, Textarea } from '@fluentui/react-components';
import { ArrowDownRegular } from '@fluentui/react-icons/svg/arrow-down';
import { ArrowUpRegular } from '@fluentui/react-icons/svg/arrow-up';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { ReOrderDotsVerticalRegular } from '@fluentui/react-icons/svg/re-order-dots-vertical';
import { type KeyboardEvent, type PointerEventHandler, useRef } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { usePictures } from './use-pictures.tsx';

type Props = {
  step: string;
  /** From 0. */
  place: number;
  count: number;
  isDragged: boolean;
  handle: { onPointerDown: PointerEventHandler };
  onChange: (text: string) => void;
  onMove: (to: number, keepFocus: boolean) => void;
  onRemove: () => void;
};

export function StepRow({ step, place, count, isDragged, handle, onChange, onMove, onRemove }: Props) {
  const words = useWords(noteFormTexts);
  const area = useRef<HTMLTextAreaElement>(null);
  const { onPaste, dialog } = usePictures(area, step, onChange);
  const number = place + 1;
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || by === 0) return;
    event.preventDefault();
    onMove(place + by, true);
  };
  return (
    <li className={isDragged ? 'step dragged' : 'step'}>
      {/* Dragging is for the pointer: the buttons do the same for everybody. */}
      <span className="step-handle" title={words.drag(number)} aria-hidden="true" {...handle}>
        <ReOrderDotsVerticalRegular />
        {number}
      </span>
      <Textarea
        className="step-text"
        aria-label={words.step(number)}
        value={step}
        rows={2}
        resize="vertical"
        maxLength={4_000}
        onChange={(_, { value }) => onChange(value)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        textarea={{ ref: area }}
      />
      <span className="step-buttons">
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowUpRegular />}
          aria-label={words.moveUp(number)}
          disabledFocusable={place === 0}
          onClick={() => onMove(place - 1, false)}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowDownRegular />}
          aria-label={words.moveDown(number)}
          disabledFocusable={place === count - 1}
          onClick={() => onMove(place + 1, false)}
        />
        <Button
          appearance="subtle"
          size="small"
          icon={<DeleteRegular />}
          aria-label={words.removeStep(number)}
          onClick={onRemove}
        />
      </span>
      {dialog}
    </li>
  );
}
