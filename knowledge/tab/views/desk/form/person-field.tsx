import { Field, Input } from '@fluentui/react-components';
import { useDeferredValue, useId } from 'react';
import { useTab } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';

type Props = {
  label: string;
  hint?: string;
  value: string | null;
  fault: string | undefined;
  isReadOnly: boolean;
  onChange: (upn: string | null) => void;
};

type Found = { upn: string; name: string };

/** A person by user name; those who fit what is written are offered by name. */
export function PersonField({ label, hint, value, fault, isReadOnly, onChange }: Props) {
  const { client } = useTab();
  const list = useId();
  const query = useDeferredValue(value ?? '');
  const people = useLoad<{ items: Found[] }>(query === '' ? null : `people ${query}`, (signal) =>
    client.get('/people', { query: { query }, signal }),
  );
  const found = people.value?.items ?? [];
  const name = found.find(({ upn }) => upn === value)?.name ?? null;
  return (
    <Field
      label={label}
      {...(name === null ? (hint === undefined ? {} : { hint }) : { hint: name })}
      {...(fault === undefined ? {} : { validationMessage: fault, validationState: 'error' })}
    >
      <Input
        value={value ?? ''}
        readOnly={isReadOnly}
        list={list}
        onChange={(_, data) => onChange(data.value.trim() === '' ? null : data.value.trim().toLowerCase())}
      />
      <datalist id={list}>
        {found.map((person) => (
          <option key={person.upn} value={person.upn}>
            {person.name}
          </option>
        ))}
      </datalist>
    </Field>
  );
}
