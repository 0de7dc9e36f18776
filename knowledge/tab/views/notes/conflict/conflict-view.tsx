import { Button, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import './conflict.css';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteConflict, NoteContent } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { ViewHeading } from '../../../parts/view-heading.tsx';
import { useWords } from '../../../shell/tab-context.ts';
import { type Choices, mayKeepBoth, resolveConflict, type Side } from '../editor/resolve-conflict.ts';
import { SaveFailure } from '../editor/save-failure.tsx';
import { useValueInWords } from '../use-value-in-words.ts';

type Props = {
  conflict: NoteConflict;
  mine: NoteContent;
  isSaving: boolean;
  failure: ApiFailure | null;
  onSave: (content: NoteContent, basedOn: number) => void;
  /** Back to the form with what was decided, on top of what the other saved. */
  onBack: (content: NoteContent, basedOn: number) => void;
};

/** Both changed the same fields: each is shown from both sides, and the writer decides. */
export function ConflictView({ conflict, isSaving, failure, onSave, onBack }: Props) {
  const words = useWords(noteFormTexts).conflict;
  const [choices, setChoices] = useState<Choices>(() =>
    Object.fromEntries(conflict.fields.map((field) => [field.field, mayKeepBoth(field) ? 'both' : 'mine'])),
  );
  const decided = () => resolveConflict(conflict, choices);
  const { version } = conflict.current;
  return (
    <div className="conflict">
      <ViewHeading>{words.title}</ViewHeading>
      <p>{words.help(conflict.fields[0]?.byName ?? '')}</p>
      <SaveFailure failure={failure} faults={[]} />
      {conflict.fields.map((field) => (
        <ConflictField
          key={field.field}
          field={field}
          side={choices[field.field] ?? 'mine'}
          onChange={(side) => setChoices((before) => ({ ...before, [field.field]: side }))}
        />
      ))}
      <div className="note-actions">
        <Button
          appearance="primary"
          size="large"
          disabledFocusable={isSaving}
          onClick={() => onSave(decided(), version)}
        >
          {words.save}
        </Button>
        <Button size="large" onClick={() => onBack(decided(), version)}>
          {words.back}
        </Button>
      </div>
    </div>
  );
}

type FieldProps = { field: NoteConflict['fields'][number]; side: Side; onChange: (side: Side) => void };

function ConflictField({ field, side, onChange }: FieldProps) {
  const words = useWords(noteFormTexts).conflict;
  const { fields } = useWords(notesTexts);
  const id = `conflict-${field.field}`;
  const sides: { side: Side; name: string }[] = [
    { side: 'mine', name: words.mine },
    { side: 'theirs', name: words.theirs(field.byName) },
    ...(mayKeepBoth(field) ? [{ side: 'both' as const, name: words.both }] : []),
  ];
  return (
    <section className="panel conflict-field" aria-labelledby={id}>
      <h2 id={id}>{fields[field.field]}</h2>
      <div className="conflict-sides">
        <Value field={field} side="mine" name={words.mine} />
        <Value field={field} side="theirs" name={words.theirs(field.byName)} />
      </div>
      <RadioGroup
        layout="horizontal"
        aria-labelledby={id}
        value={side}
        onChange={(_, { value }) => {
          const chosen = sides.find((one) => one.side === value);
          if (chosen) onChange(chosen.side);
        }}
      >
        {sides.map((one) => (
          <Radio key={one.side} value={one.side} label={one.name} />
        ))}
      </RadioGroup>
    </section>
  );
}

type ValueProps = { field: NoteConflict['fields'][number]; side: 'mine' | 'theirs'; name: string };

function Value({ field, side, name }: ValueProps) {
  const words = useWords(noteFormTexts).conflict;
  const inWords = useValueInWords();
  const value = inWords(field.field, field[side]);
  const List = field.field === 'steps' ? 'ol' : 'ul';
  return (
    <div className="conflict-side">
      <h3>{name}</h3>
      {typeof value === 'string' ? (
        <p>{value === '' ? words.empty : value}</p>
      ) : (
        <List>
          {value.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </List>
      )}
    </div>
  );
}
