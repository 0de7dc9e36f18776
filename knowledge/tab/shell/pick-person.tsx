import { Button, Field, Input, SearchBox } from '@fluentui/react-components';
import { useState } from 'react';
import type { Role } from '#bot/desk/person.ts';
import { type TabTexts, tabTexts } from '#bot/i18n/tab.ts';
import type { TabLanguage } from '../host/host.ts';
import { pageAddress } from '../host/page-host.ts';
import { useLoad } from './use-load.ts';

type Simulated = { upn: string; name: string; title: string | null; roles: Role[] };

/** Only the simulator answers this, and only on this machine; elsewhere one opens the tab in Teams. */
async function fetchPeople(query: string, signal: AbortSignal): Promise<readonly Simulated[]> {
  const response = await fetch(`/api/v1/simulator-people?${new URLSearchParams({ query })}`, { signal });
  if (!response.ok) throw new Error('no simulator');
  return (await response.json()).items;
}

/** The simulator's sign-in: be anybody of the desk. */
export function PickPerson({ language }: { language: TabLanguage }) {
  const words = tabTexts[language];
  const [query, setQuery] = useState('');
  const people = useLoad(`people ${query}`, (signal) => fetchPeople(query, signal));
  return (
    <main className="standing picker">
      <h1>{words.picker.title}</h1>
      <p>{words.picker.body}</p>
      {people.failure === null ? (
        <>
          <SearchBox
            aria-label={words.picker.search}
            placeholder={words.picker.search}
            dismiss={{ 'aria-label': words.clear(words.picker.search) }}
            value={query}
            onChange={(_, { value }) => setQuery(value)}
          />
          <PeopleList words={words} people={people.value} />
        </>
      ) : (
        <ByHand words={words} />
      )}
    </main>
  );
}

function PeopleList({ words, people }: { words: TabTexts; people: readonly Simulated[] | null }) {
  if (people?.length === 0) return <p>{words.picker.none}</p>;
  return (
    <ul className="picker-list">
      {people?.map(({ upn, name, title, roles }) => (
        <li key={upn}>
          <a href={pageAddress({ as: upn })}>
            <strong>{name}</strong>
            <span>
              {[title, ...roles.map((role) => words.picker.roles[role])].filter(Boolean).join(' · ')}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function ByHand({ words }: { words: TabTexts }) {
  const [upn, setUpn] = useState('');
  const go = (event: { preventDefault: () => void }) => {
    event.preventDefault();
    if (upn.trim() !== '') location.assign(pageAddress({ as: upn.trim().toLowerCase() }));
  };
  return (
    <form onSubmit={go} className="picker-hand">
      <Field label={words.picker.byHand}>
        <Input value={upn} onChange={(_, { value }) => setUpn(value)} />
      </Field>
      <Button type="submit" appearance="primary">
        {words.picker.go}
      </Button>
    </form>
  );
}
