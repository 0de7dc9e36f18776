import { Button, Select } from '@fluentui/react-components';
import { capital, keysOf, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import type { NoteWish } from './use-note-pages.ts';

type Props = { wish: NoteWish; onChange: (change: Partial<NoteWish>) => void };

/** Category, status, and whom it is for. */
export function NoteFilters({ wish, onChange }: Props) {
  const words = useWords(notesTexts);
  const { category } = useWords(kindTexts);
  const { me } = useTab();
  const isNarrowed = wish.category !== '' || wish.status !== '' || wish.audience !== '';
  return (
    <fieldset className="note-filters">
      <legend className="only-heard">{words.filters}</legend>
      <Choice
        label={words.category}
        any={words.anyCategory}
        names={Object.fromEntries(keysOf(category).map((key) => [key, capital(category[key])]))}
        value={wish.category}
        onChange={(value) => onChange({ category: value })}
      />
      <Choice
        label={words.status}
        any={words.anyStatus}
        names={words.statuses}
        value={wish.status}
        onChange={(value) => onChange({ status: value })}
      />
      {me.seesTechnicianNotes && (
        <Choice
          label={words.audience}
          any={words.anyAudience}
          names={words.audiences}
          value={wish.audience}
          onChange={(value) => onChange({ audience: value })}
        />
      )}
      {isNarrowed && (
        <Button
          appearance="subtle"
          size="small"
          onClick={() => onChange({ category: '', status: '', audience: '' })}
        >
          {words.clear}
        </Button>
      )}
    </fieldset>
  );
}

type ChoiceProps = {
  label: string;
  any: string;
  names: Readonly<Record<string, string>>;
  value: string;
  onChange: (value: string) => void;
};

function Choice({ label, any, names, value, onChange }: ChoiceProps) {
  return (
    <Select aria-label={label} value={value} onChange={(_, change) => onChange(change.value)}>
      <option value="">{any}</option>
      {Object.entries(names).map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </Select>
  );
}
