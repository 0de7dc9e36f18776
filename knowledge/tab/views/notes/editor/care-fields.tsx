import { Button, Field, Input, Radio, RadioGroup, Select, Switch } from '@fluentui/react-components';
import { useState } from 'react';
import { keysOf } from '#bot/i18n/tab-kinds.ts';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { PersonPicker } from '../../../parts/person-picker.tsx';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { usePersonName } from '../use-person-name.ts';
import { FieldBox } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';
import { HandledByField } from './handled-by-field.tsx';
import { monthsAfter, toLocalInput } from './window-values.ts';

/** Whom the note is for, who looks after it, and until when it holds. */
export function CareFields() {
  const words = useWords(noteFormTexts);
  const notes = useWords(notesTexts);
  const { content, set } = useNoteForm();
  const owner = usePersonName(content.owner);
  return (
    <>
      <FieldBox field="audience" label={words.audience}>
        <RadioGroup
          value={content.audience}
          onChange={(_, { value }) => set('audience', value === 'technician' ? 'technician' : 'staff')}
        >
          <Radio value="staff" label={words.audiences.staff} />
          <Radio value="technician" label={words.audiences.technician} />
        </RadioGroup>
      </FieldBox>
      <div className="two">
        <FieldBox field="owner" label={words.owner} hint={words.ownerHint}>
          <PersonPicker value={content.owner} name={owner} onChange={(upn) => set('owner', upn)} />
        </FieldBox>
        <ReviewField />
      </div>
      <div className="two">
        <FieldBox field="confidence" label={words.confidence}>
          <Select
            value={content.confidence}
            onChange={(_, { value }) => {
              const found = keysOf(notes.confidences).find((key) => key === value);
              if (found) set('confidence', found);
            }}
          >
            {keysOf(notes.confidences).map((key) => (
              <option key={key} value={key}>
                {notes.confidences[key]}
              </option>
            ))}
          </Select>
        </FieldBox>
        <HandledByField />
      </div>
      <WindowFields />
    </>
  );
}

function ReviewField() {
  const words = useWords(noteFormTexts);
  const { content, set } = useNoteForm();
  const inMonths = (months: number) => set('reviewBy', monthsAfter(new Date(), months));
  return (
    <div className="field-and-more">
      <FieldBox field="reviewBy" label={words.reviewBy}>
        <Input
          type="date"
          value={content.reviewBy ?? ''}
          onChange={(_, { value }) => set('reviewBy', value || null)}
        />
      </FieldBox>
      <span className="quick">
        <Button size="small" appearance="subtle" onClick={() => inMonths(6)}>
          {words.inHalfYear}
        </Button>
        <Button size="small" appearance="subtle" onClick={() => inMonths(12)}>
          {words.inYear}
        </Button>
      </span>
    </div>
  );
}

function WindowFields() {
  const words = useWords(noteFormTexts);
  const { me } = useTab();
  const { content, set } = useNoteForm();
  const has = content.validFrom !== null || content.validTo !== null;
  const [isOpen, setOpen] = useState(has);
  const toggle = (checked: boolean) => {
    setOpen(checked);
    if (checked) return;
    set('validFrom', null);
    set('validTo', null);
  };
  return (
    <div className="field-group">
      <Field hint={words.hasWindowHint}>
        <Switch
          checked={isOpen || has}
          label={words.hasWindow}
          onChange={(_, { checked }) => toggle(checked)}
        />
      </Field>
      {(isOpen || has) && (
        <div className="two">
          {(['validFrom', 'validTo'] as const).map((field) => (
            <FieldBox key={field} field={field} label={words[field]}>
              <Input
                type="datetime-local"
                value={toLocalInput(content[field], me.timezone)}
                onChange={(_, { value }) => set(field, value || null)}
              />
            </FieldBox>
          ))}
        </div>
      )}
    </div>
  );
}
