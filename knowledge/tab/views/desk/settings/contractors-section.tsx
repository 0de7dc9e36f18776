import type { z } from 'zod';
import { priorityLevels } from '#bot/desk/priority.ts';
import { connectorName, factWords, priorityWords, tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { capital } from '#bot/i18n/tab-kinds.ts';
import type { ContractorForm } from '#bot/web/api/contract/desk-contract.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { MaybeField, TextField } from '../form/fields.tsx';
import { ListField } from '../form/list-field.tsx';
import { SettingsFrame } from './settings-frame.tsx';
import { useDeskSettings } from './use-desk-settings.ts';

type Contractor = z.infer<typeof ContractorForm>;

/** The outside helpdesks. How they are connected is set up where the bot runs; no secret is ever sent here. */
export function ContractorsSection() {
  const { me } = useTab();
  const words = useWords(tabDeskTexts);
  const editing = useDeskSettings();
  const isReadOnly = !me.roles.includes('admin');
  return (
    <SettingsFrame
      editing={editing}
      label={words.section.contractors}
      intro={words.contractors.intro}
      saved={words.forms.saved(words.section.contractors)}
    >
      {({ contractors }) => (
        <>
          {contractors.length === 0 && <p>{words.contractors.none}</p>}
          {contractors.map((contractor) => (
            <ContractorFields
              key={contractor.id}
              value={contractor}
              isReadOnly={isReadOnly}
              onChange={(changed) =>
                editing.edit({
                  contractors: contractors.map((known) => (known.id === changed.id ? changed : known)),
                })
              }
            />
          ))}
        </>
      )}
    </SettingsFrame>
  );
}

type FieldsProps = { value: Contractor; isReadOnly: boolean; onChange: (value: Contractor) => void };

function ContractorFields({ value, isReadOnly, onChange }: FieldsProps) {
  const words = useWords(tabDeskTexts);
  const facts = useWords(factWords);
  const { fields } = words.contractor;
  const edit = (change: Partial<Contractor>) => onChange({ ...value, ...change });
  return (
    <section className="desk-card" aria-label={value.name}>
      <h2>{value.name}</h2>
      <p className="muted">
        {words.contractors.connector} {connectorName(words, value.connector)}
      </p>
      <div className="desk-group">
        <TextField
          label={fields.name}
          value={value.name}
          isRequired
          isReadOnly={isReadOnly}
          onChange={(name) => edit({ name })}
        />
        <MaybeField
          label={fields.phone}
          value={value.phone}
          isReadOnly={isReadOnly}
          onChange={(phone) => edit({ phone })}
        />
        <MaybeField
          label={fields.email}
          value={value.email}
          isReadOnly={isReadOnly}
          onChange={(email) => edit({ email })}
        />
        <MaybeField
          label={fields.serviceHours}
          hint={words.forms.hoursHint}
          value={value.serviceHours}
          isReadOnly={isReadOnly}
          onChange={(serviceHours) => edit({ serviceHours })}
        />
        <PromiseFields value={value} isReadOnly={isReadOnly} edit={edit} />
        <div className="desk-wide">
          <ListField
            label={fields.withhold}
            nameOf={(name) => facts[name] ?? name}
            value={value.withhold}
            isReadOnly={isReadOnly}
            onChange={(withhold) => edit({ withhold })}
          />
        </div>
      </div>
      {value.settingNames.length > 0 && (
        <p className="muted">
          {words.contractors.settings}: {value.settingNames.join(', ')}
        </p>
      )}
    </section>
  );
}

type PromiseProps = { value: Contractor; isReadOnly: boolean; edit: (change: Partial<Contractor>) => void };

/** Longest time to a solution, by priority; an empty one is not promised. */
function PromiseFields({ value, isReadOnly, edit }: PromiseProps) {
  const words = useWords(tabDeskTexts).contractors;
  const levels = useWords(priorityWords);
  const set = (level: string, text: string) => {
    const others = Object.entries(value.promise).filter(([known]) => known !== level);
    edit({ promise: Object.fromEntries(text.trim() === '' ? others : [...others, [level, text.trim()]]) });
  };
  return (
    <fieldset className="desk-wide desk-promise">
      <legend>{words.promise}</legend>
      {priorityLevels.map((level) => (
        <TextField
          key={level}
          label={capital(levels[level])}
          value={value.promise[level] ?? ''}
          isReadOnly={isReadOnly}
          onChange={(text) => set(level, text)}
        />
      ))}
      <small>{words.promiseHint}</small>
    </fieldset>
  );
}
