import { Button, Input } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { factWords, tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';
import type { SiteFieldsProps } from './site-page.tsx';

/** The facts by name, and the names of those that are secret. */
export function SiteFacts({ value, edit, isReadOnly }: SiteFieldsProps) {
  const words = useWords(tabDeskTexts);
  const known = useWords(factWords);
  const [fresh, setFresh] = useState('');
  const nameOf = (fact: string) => known[fact] ?? fact;
  const set = (facts: SiteFieldsProps['value']['facts']) => edit({ facts });
  const add = () => {
    const name = fresh.trim();
    if (name === '' || Object.hasOwn(value.facts, name) || value.secretFacts.includes(name)) return;
    set({ ...value.facts, [name]: '' });
    setFresh('');
  };
  return (
    <div className="desk-facts">
      <h3>{words.site.fields.facts}</h3>
      {Object.entries(value.facts).map(([name, fact]) => (
        <div className="desk-fact" key={name}>
          <span>{nameOf(name)}</span>
          <Input
            aria-label={nameOf(name)}
            value={fact}
            readOnly={isReadOnly}
            onChange={(_, data) => set({ ...value.facts, [name]: data.value })}
          />
          {!isReadOnly && (
            <Button
              appearance="subtle"
              icon={<DismissRegular />}
              aria-label={words.site.removeFact(nameOf(name))}
              onClick={() =>
                set(Object.fromEntries(Object.entries(value.facts).filter(([key]) => key !== name)))
              }
            />
          )}
        </div>
      ))}
      {!isReadOnly && (
        <div className="desk-fact-new">
          <Input
            aria-label={words.site.factName}
            placeholder={words.site.factName}
            value={fresh}
            onChange={(_, data) => setFresh(data.value)}
          />
          <Button onClick={add}>{words.site.addFact}</Button>
        </div>
      )}
      {value.secretFacts.length > 0 && (
        <p>
          <strong>{words.site.fields.secretFacts}:</strong> {value.secretFacts.map(nameOf).join(', ')}.{' '}
          <small>{words.site.secretHint}</small>
        </p>
      )}
    </div>
  );
}
