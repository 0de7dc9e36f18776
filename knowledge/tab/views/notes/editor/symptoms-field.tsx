import { Button, Input } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { FieldGroup } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';
import { addSymptoms } from './lists.ts';

/** People's own words as chips. Enter adds; several pasted lines become several; Backspace in an empty field takes the last. */
export function SymptomsField() {
  const words = useWords(noteFormTexts);
  const { announce } = useTab();
  const { content, set } = useNoteForm();
  const [typed, setTyped] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const { symptoms } = content;
  const add = (text: string) => {
    const next = addSymptoms(symptoms, text);
    setTyped('');
    if (next.length === symptoms.length) return;
    set('symptoms', next);
    announce(words.symptomAdded(next.slice(symptoms.length).join(', ')));
  };
  const remove = (symptom: string) => {
    set(
      'symptoms',
      symptoms.filter((other) => other !== symptom),
    );
    announce(words.symptomRemoved(symptom));
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = symptoms.at(-1);
    if (event.key === 'Enter') {
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '' && last !== undefined) remove(last);
  };
  const onPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (!text.trim().includes('\n')) return;
    event.preventDefault();
    add(text);
  };
  return (
    <FieldGroup field="symptoms" label={words.sections.said} hint={words.saidHelp}>
      {symptoms.length > 0 && (
        <ul className="chips">
          {symptoms.map((symptom) => (
            <li key={symptom}>
              <span>{symptom}</span>
              <Button
                appearance="transparent"
                size="small"
                icon={<DismissRegular />}
                aria-label={words.remove(symptom)}
                onClick={() => remove(symptom)}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="with-button">
        <Input
          input={{ ref: input }}
          aria-label={words.symptoms}
          placeholder={words.symptoms}
          aria-description={words.symptomsHint}
          value={typed}
          maxLength={2_000}
          onChange={(_, { value }) => setTyped(value)}
          onKeyDown={onKeyDown}
          onPaste={onPaste}
          onBlur={() => add(typed)}
        />
        <Button disabled={typed.trim() === ''} onClick={() => add(typed)}>
          {words.add}
        </Button>
      </div>
    </FieldGroup>
  );
}
