import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { localDate } from '#bot/desk/local-time.ts';
import { keysOf } from '#bot/i18n/tab-kinds.ts';
import { tabTryTexts } from '#bot/i18n/tab-try.ts';
import { useTab, useWords } from '../../shell/tab-context.ts';
import { timesToTry } from './question.ts';

type Props = { value: string; fault: string | null; onChange: (at: string) => void };

/** Now, one of a few telling times, or any other. */
export function TimeField({ value, fault, onChange }: Props) {
  const { me } = useTab();
  const words = useWords(tabTryTexts);
  const [way, setWay] = useState<string>('now');
  const choose = (chosen: string) => {
    const times = timesToTry(localDate(new Date(), me.timezone));
    const ready = keysOf(words.times).find((key) => key === chosen);
    setWay(chosen);
    onChange(chosen === 'now' ? '' : ready === undefined ? times.workday : times[ready]);
  };
  return (
    <>
      <Field label={words.when}>
        <Select value={way} onChange={(_, data) => choose(data.value)}>
          <option value="now">{words.now}</option>
          {keysOf(words.times).map((key) => (
            <option key={key} value={key}>
              {words.times[key]}
            </option>
          ))}
          <option value="other">{words.otherTime}</option>
        </Select>
      </Field>
      {way === 'other' && (
        <Field
          label={words.otherTime}
          {...(fault === null ? {} : { validationMessage: fault, validationState: 'error' })}
        >
          <Input type="datetime-local" value={value} onChange={(_, data) => onChange(data.value)} />
        </Field>
      )}
    </>
  );
}
