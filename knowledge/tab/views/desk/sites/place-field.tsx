import { useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { TextField } from '../form/fields.tsx';

type Props = {
  label: string;
  value: number | null;
  fault: string | undefined;
  isReadOnly: boolean;
  onChange: (value: number | null) => void;
};

/** A coordinate. What cannot be read is left standing and marked; the last readable one counts. */
export function PlaceField({ label, value, fault, isReadOnly, onChange }: Props) {
  const words = useWords(tabDeskTexts).site;
  const [text, setText] = useState<string | null>(null);
  const read = (written: string) => (written.trim() === '' ? null : Number(written.replace(',', '.')));
  const isFaulty = text !== null && Number.isNaN(read(text) ?? 0);
  return (
    <TextField
      label={label}
      value={text ?? (value === null ? '' : String(value))}
      fault={isFaulty ? words.placeFault : fault}
      isReadOnly={isReadOnly}
      onChange={(written) => {
        setText(written);
        const number = read(written);
        if (number === null || !Number.isNaN(number)) onChange(number);
      }}
    />
  );
}
