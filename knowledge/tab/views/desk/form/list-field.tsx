import { Button, Field, Input, Select } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';

type Props = {
  label: string;
  value: readonly string[];
  onChange: (value: string[]) => void;
  hint?: string | undefined;
  fault?: string | undefined;
  isReadOnly?: boolean;
  isRequired?: boolean;
  /** What an entry is called, where it is written as a name of the format. */
  nameOf?: (entry: string) => string;
};

/** A list of words: written one at a time, or pasted several. */
export function ListField({
  label,
  value,
  onChange,
  hint,
  fault,
  isReadOnly = false,
  isRequired = false,
  nameOf = (entry) => entry,
}: Props) {
  const words = useWords(tabDeskTexts);
  const [text, setText] = useState('');
  const add = (from: string) => {
    onChange(including(value, from.split(/[;\n]/)));
    setText('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || text.trim() === '') return;
    event.preventDefault();
    add(text);
  };
  const onPaste = (event: ClipboardEvent) => {
    const pasted = event.clipboardData.getData('text/plain');
    if (!/[;\n]/.test(pasted)) return;
    event.preventDefault();
    add(pasted);
  };
  return (
    <div className="desk-list-field">
      <Field
        label={label}
        required={isRequired}
        {...(isReadOnly ? {} : { hint: hint ?? words.forms.listHint })}
        {...(fault === undefined ? {} : { validationMessage: fault, validationState: 'error' })}
      >
        <Input
          value={text}
          readOnly={isReadOnly}
          onChange={(_, data) => setText(data.value)}
          onKeyDown={onKey}
          onPaste={onPaste}
          onBlur={() => text.trim() !== '' && add(text)}
        />
      </Field>
      <Chips
        label={label}
        of={value.map((id) => ({ id, name: nameOf(id) }))}
        {...(isReadOnly ? {} : { onRemove: (id: string) => onChange(value.filter((known) => known !== id)) })}
      />
    </div>
  );
}

/** Those that are not there yet, trimmed. */
export function including(value: readonly string[], more: readonly string[]): string[] {
  return [...new Set([...value, ...more.map((item) => item.trim()).filter((item) => item !== '')])];
}

type Named = { readonly id: string; readonly name: string };

/** A list that is chosen from what there is. */
export function ChosenField({
  options,
  none,
  ...props
}: Props & { options: readonly Named[]; none?: string }) {
  const words = useWords(tabDeskTexts);
  const { label, value, onChange, hint, fault, isReadOnly = false } = props;
  const left = options.filter(({ id }) => !value.includes(id));
  const nameOf = (id: string) => options.find((option) => option.id === id)?.name ?? id;
  return (
    <div className="desk-list-field">
      <Field
        label={label}
        {...(hint === undefined ? {} : { hint })}
        {...(fault === undefined ? {} : { validationMessage: fault, validationState: 'error' })}
      >
        <Select
          value=""
          disabled={isReadOnly || left.length === 0}
          onChange={(_, data) => data.value !== '' && onChange([...value, data.value])}
        >
          <option value="">{words.forms.add}</option>
          {left.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      {value.length === 0 && none !== undefined && <small>{none}</small>}
      <Chips
        label={label}
        of={value.map((id) => ({ id, name: nameOf(id) }))}
        {...(isReadOnly ? {} : { onRemove: (id: string) => onChange(value.filter((known) => known !== id)) })}
      />
    </div>
  );
}

type ChipsProps = { label: string; of: readonly Named[]; onRemove?: (id: string) => void };

/** What a list holds. When one is taken away the focus stays in the list. */
export function Chips({ label, of, onRemove }: ChipsProps) {
  const words = useWords(tabDeskTexts);
  const list = useRef<HTMLUListElement>(null);
  if (of.length === 0) return null;
  const remove = (id: string) => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = of.findIndex((item) => item.id === id);
    const beside = buttons[at + 1] ?? buttons[at - 1];
    const field = list.current?.closest('.desk-list-field')?.querySelector<HTMLElement>('input, select');
    (beside ?? field)?.focus();
    onRemove?.(id);
  };
  return (
    <ul className="desk-chips" aria-label={label} ref={list}>
      {of.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          {onRemove && (
            <Button
              size="small"
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={words.forms.removeItem(name)}
              onClick={() => remove(id)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}
