import { Checkbox, Field } from '@fluentui/react-components';
import type { Category } from '#bot/desk/category.ts';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { capital, keysOf, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { useNamedSites } from '../../../parts/use-sites.ts';
import { useWords } from '../../../shell/tab-context.ts';
import type { FieldFaults } from '../form/faults.ts';
import { MaybeField, TextField } from '../form/fields.tsx';
import { ChosenField, ListField } from '../form/list-field.tsx';
import { PersonField } from '../form/person-field.tsx';
import type { TechnicianValue } from './technician-page.tsx';

type Props = {
  value: TechnicianValue;
  edit: (change: Partial<TechnicianValue>) => void;
  faults: FieldFaults;
  isReadOnly: boolean;
  isNew: boolean;
};

export function TechnicianFields({ value, edit, faults, isReadOnly, isNew }: Props) {
  const words = useWords(tabDeskTexts);
  const sites = useNamedSites();
  const { fields, onCallHint, maxOpenHint } = words.technician;
  return (
    <div className="desk-group">
      {isNew && (
        <PersonField
          label={fields.upn}
          value={value.upn === '' ? null : value.upn}
          fault={faults.upn}
          isReadOnly={isReadOnly}
          onChange={(upn) => edit({ upn: upn ?? '' })}
        />
      )}
      <ListField
        label={fields.areas}
        value={value.areas}
        fault={faults.areas}
        isReadOnly={isReadOnly}
        onChange={(areas) => edit({ areas })}
      />
      <ChosenField
        label={fields.sites}
        value={value.sites}
        options={sites}
        fault={faults.sites}
        isReadOnly={isReadOnly}
        onChange={(chosen) => edit({ sites: chosen })}
      />
      <SkillsField value={value.skills} isReadOnly={isReadOnly} onChange={(skills) => edit({ skills })} />
      <TextField
        label={fields.duty}
        hint={words.forms.hoursHint}
        value={value.duty}
        fault={faults.duty}
        isRequired
        isReadOnly={isReadOnly}
        onChange={(duty) => edit({ duty })}
      />
      <MaybeField
        label={fields.onCall}
        hint={onCallHint}
        value={value.onCall}
        fault={faults.onCall}
        isReadOnly={isReadOnly}
        onChange={(onCall) => edit({ onCall })}
      />
      <PersonField
        label={fields.deputy}
        value={value.deputy}
        fault={faults.deputy}
        isReadOnly={isReadOnly}
        onChange={(deputy) => edit({ deputy })}
      />
      <TextField
        label={fields.maxOpen}
        hint={maxOpenHint}
        value={value.maxOpen === null ? '' : String(value.maxOpen)}
        fault={faults.maxOpen}
        isReadOnly={isReadOnly}
        onChange={(text) => edit({ maxOpen: toCount(text) })}
      />
    </div>
  );
}

/** Digits only, so that nothing else can be written. */
function toCount(text: string): number | null {
  const digits = text.replace(/\D/g, '').slice(0, 4);
  return digits === '' || Number(digits) === 0 ? null : Number(digits);
}

type SkillsProps = { value: readonly Category[]; isReadOnly: boolean; onChange: (value: Category[]) => void };

function SkillsField({ value, isReadOnly, onChange }: SkillsProps) {
  const words = useWords(tabDeskTexts).technician;
  const kinds = useWords(kindTexts).category;
  const choices = keysOf(kinds).filter((category) => category !== 'not-it');
  const set = (category: Category, has: boolean) =>
    onChange(choices.filter((known) => (known === category ? has : value.includes(known))));
  return (
    <Field label={{ children: words.fields.skills, id: 'desk-skills' }} hint={words.skillsHint}>
      <fieldset aria-labelledby="desk-skills" className="desk-checks">
        {choices.map((category) => (
          <Checkbox
            key={category}
            label={capital(kinds[category])}
            checked={value.includes(category)}
            disabled={isReadOnly}
            onChange={(_, { checked }) => set(category, checked === true)}
          />
        ))}
      </fieldset>
    </Field>
  );
}
