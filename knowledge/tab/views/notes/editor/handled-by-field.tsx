import { Select } from '@fluentui/react-components';
import { useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { PersonPicker } from '../../../parts/person-picker.tsx';
import { useWords } from '../../../shell/tab-context.ts';
import { usePersonName } from '../use-person-name.ts';
import { FieldBox } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';

const fixed = ['', 'local', 'contractor'];

/** As the matrix says, our own, the contractor (or a named one), or a certain technician. */
export function HandledByField() {
  const words = useWords(noteFormTexts);
  const notes = useWords(notesTexts).handledBy;
  const { content, set } = useNoteForm();
  const value = content.handledBy ?? '';
  const isPerson = value.includes('@');
  const [picks, setPicks] = useState(isPerson);
  const name = usePersonName(isPerson ? value : null);
  const choose = (choice: string) => {
    setPicks(choice === 'person');
    set('handledBy', choice === '' || choice === 'person' ? null : choice);
  };
  return (
    <div className="field-and-more">
      <FieldBox field="handledBy" label={words.handledBy}>
        <Select value={picks ? 'person' : value} onChange={(_, change) => choose(change.value)}>
          <option value="">{words.handledByUsual}</option>
          <option value="local">{notes.local}</option>
          <option value="contractor">{notes.contractor}</option>
          {!fixed.includes(value) && !isPerson && <option value={value}>{value}</option>}
          <option value="person">{notes.person}</option>
        </Select>
      </FieldBox>
      {picks && (
        <PersonPicker
          label={words.handledByPerson}
          value={isPerson ? value : null}
          name={name}
          onChange={(upn) => set('handledBy', upn)}
        />
      )}
    </div>
  );
}
