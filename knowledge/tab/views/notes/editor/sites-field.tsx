import { Button, Checkbox, Combobox, Option } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useState } from 'react';
import { capital, keysOf, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { useShellWords, useWords } from '../../../shell/tab-context.ts';
import { sharedFolder, useSiteName, useSites } from '../sites-context.ts';
import { FieldGroup } from './field-box.tsx';
import { useNoteForm } from './form-state.ts';

/** Enough to choose among; the rest is reached by typing. */
const shown = 30;

/** The sites that the note is about; for a shared note kinds of site as well. */
export function SitesField() {
  const words = useWords(noteFormTexts);
  const { content, set, folder } = useNoteForm();
  const siteName = useSiteName();
  const isShared = folder === sharedFolder;
  return (
    <>
      <FieldGroup
        field="sites"
        label={words.sites}
        hint={isShared || folder === '' ? words.sitesHint : words.sitesHintFolder}
      >
        {content.sites.length > 0 && (
          <ul className="chips">
            {content.sites.map((id) => (
              <li key={id}>
                <span>{siteName(id)}</span>
                <Button
                  appearance="transparent"
                  size="small"
                  icon={<DismissRegular />}
                  aria-label={words.remove(siteName(id))}
                  onClick={() =>
                    set(
                      'sites',
                      content.sites.filter((other) => other !== id),
                    )
                  }
                />
              </li>
            ))}
          </ul>
        )}
        <SiteFinder chosen={content.sites} onChoose={(id) => set('sites', [...content.sites, id])} />
      </FieldGroup>
      {isShared && content.sites.length === 0 && <KindsField />}
    </>
  );
}

function SiteFinder({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (id: string) => void }) {
  const words = useWords(noteFormTexts);
  const shell = useShellWords();
  const sites = useSites();
  const [typed, setTyped] = useState('');
  const found = sites
    .filter(({ id }) => id !== sharedFolder && !chosen.includes(id))
    .filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase()))
    .slice(0, shown);
  return (
    <Combobox
      aria-label={words.addSite}
      placeholder={words.addSite}
      expandIcon={{ 'aria-label': shell.open }}
      value={typed}
      selectedOptions={[]}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => setTyped('')}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue) onChoose(optionValue);
        setTyped('');
      }}
    >
      {found.map(({ id, name }) => (
        <Option key={id} value={id} text={name}>
          {name}
        </Option>
      ))}
      {found.length === 0 && (
        <Option value="" disabled>
          {shell.sites.noMatch}
        </Option>
      )}
    </Combobox>
  );
}

function KindsField() {
  const words = useWords(noteFormTexts);
  const { siteKind } = useWords(kindTexts);
  const { content, set } = useNoteForm();
  return (
    <FieldGroup field="siteKinds" label={words.siteKinds}>
      <div className="kinds">
        {keysOf(siteKind).map((kind) => (
          <Checkbox
            key={kind}
            label={capital(siteKind[kind])}
            checked={content.siteKinds.includes(kind)}
            onChange={(_, { checked }) => {
              const others = content.siteKinds.filter((other) => other !== kind);
              set('siteKinds', checked ? [...others, kind] : others);
            }}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
