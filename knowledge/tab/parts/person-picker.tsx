import { Combobox, Option } from '@fluentui/react-components';
import { useState } from 'react';
import { useShellWords, useTab } from '../shell/tab-context.ts';
import { useLoad } from '../shell/use-load.ts';

type Props = {
  /** UPN; null for nobody. */
  value: string | null;
  /** The name to show for `value`. */
  name: string | null;
  onChange: (upn: string | null, name: string | null) => void;
  /** May be left empty. */
  clearable?: boolean;
  label?: string;
};

type People = { items: { upn: string; name: string; homeSiteIds: string[] }[] };

/** Finds somebody of the desk by name. Inside a Field it takes the field's label; else give `label`. */
export function PersonPicker({ value, name, onChange, clearable = true, label, ...field }: Props) {
  const shell = useShellWords();
  const words = shell.people;
  const { client } = useTab();
  const [typed, setTyped] = useState<string | null>(null);
  const people = useLoad<People>(typed === null ? null : `people ${typed}`, (signal) =>
    client.get('/people', { query: { query: typed }, signal }),
  );
  const found = people.value?.items ?? [];
  return (
    <Combobox
      {...field}
      {...(label ? { 'aria-label': label } : {})}
      clearable={clearable}
      placeholder={words.search}
      expandIcon={{ 'aria-label': shell.open }}
      value={typed ?? name ?? value ?? ''}
      selectedOptions={value === null ? [] : [value]}
      onChange={(event) => setTyped(event.target.value)}
      // Typing opens the list: what was typed by then stays.
      onOpenChange={(_, { open }) => setTyped((before) => (open ? (before ?? '') : null))}
      // Whoever comes by keyboard replaces the name that stands there by typing.
      onFocus={(event) => event.target.select()}
      onOptionSelect={(_, { optionValue, optionText }) => {
        onChange(optionValue ?? null, optionText ?? null);
        setTyped(null);
      }}
    >
      {found.map((person) => (
        <Option key={person.upn} value={person.upn} text={person.name}>
          <span className="person">
            {person.name}
            <small>{person.upn}</small>
          </span>
        </Option>
      ))}
      {people.value !== null && found.length === 0 && (
        <Option value="" disabled>
          {words.noMatch}
        </Option>
      )}
    </Combobox>
  );
}
