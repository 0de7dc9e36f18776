import { Field } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteFault, NoteField } from '#bot/web/api/contract/note-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { faultAt, useNoteForm } from './form-state.ts';

type Props = {
  field: NoteField;
  label: string;
  hint?: string | undefined;
  required?: boolean;
  /** No more fits: what was pasted beyond it is not there. */
  isFull?: boolean;
  children: ReactElement;
};

/** One control with its label, its hint and what is wrong with it. */
export function FieldBox({ field, label, hint, required, isFull, children }: Props) {
  const words = useWords(noteFormTexts);
  const full: NoteFault = { field, level: 'warning', message: words.full };
  const fault = faultAt(useNoteForm().faults, field) ?? (isFull ? full : null);
  return (
    <Field
      id={`field-${field}`}
      className="field"
      label={label}
      {...(hint && { hint })}
      required={required ?? false}
      {...(fault && { validationState: fault.level, validationMessage: fault.message })}
    >
      {children}
    </Field>
  );
}

type GroupProps = { field: NoteField; label: string; hint?: string; children: ReactNode };

/** Several controls that make one field together. */
export function FieldGroup({ field, label, hint, children }: GroupProps) {
  const fault = faultAt(useNoteForm().faults, field);
  const hintId = `hint-${field}`;
  const faultId = `fault-${field}`;
  const described = [...(hint ? [hintId] : []), ...(fault ? [faultId] : [])].join(' ');
  return (
    <fieldset id={`field-${field}`} className="field-group" aria-describedby={described || undefined}>
      <legend>{label}</legend>
      {hint && (
        <p id={hintId} className="muted">
          {hint}
        </p>
      )}
      {children}
      {fault && (
        <p id={faultId} className={`field-fault ${fault.level}`}>
          {fault.message}
        </p>
      )}
    </fieldset>
  );
}

/** Brings the keyboard to a field: its first control. */
export function focusField(field: NoteField | null): void {
  const box = field === null ? null : document.getElementById(`field-${field}`);
  const control = box?.querySelector('input, textarea, select, button');
  if (!(control instanceof HTMLElement)) return;
  control.focus({ preventScroll: true });
  box?.scrollIntoView({ block: 'center' });
}
