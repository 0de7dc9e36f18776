import { useState } from 'react';
import type { z } from 'zod';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { PersonForm } from '#bot/web/api/contract/desk-contract.ts';
import { useNamedSites } from '../../../parts/use-sites.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { type FieldFaults, faultsByField } from '../form/faults.ts';
import { ChoiceField, MaybeField, TextField } from '../form/fields.tsx';
import { FormPage } from '../form/form-page.tsx';
import { ChosenField } from '../form/list-field.tsx';
import { useDeskItem } from '../lists/use-desk-item.ts';
import { EditsField } from './edits-field.tsx';
import { RolesField } from './roles-field.tsx';

export type PersonValue = z.infer<typeof PersonForm>;

const empty: PersonValue = {
  upn: '',
  name: '',
  title: null,
  phone: null,
  homeSiteIds: [],
  roles: ['staff'],
  language: null,
  edits: null,
};

/** One person's form. `upn` null: a new one. */
export function PersonPage({ upn }: { upn: string | null }) {
  const { me } = useTab();
  const words = useWords(tabDeskTexts);
  const editing = useDeskItem('/desk/people', upn, empty);
  const [local, setLocal] = useState<FieldFaults>({});
  const isReadOnly = !me.roles.includes('admin');
  const check = () => {
    const found = faultsIn(editing.value ?? empty, {
      name: words.forms.required,
      upn: words.person.upnFault,
      roles: words.person.rolesFault,
    });
    setLocal(found);
    return Object.keys(found).length === 0;
  };
  return (
    <FormPage
      editing={editing}
      title={words.person.new}
      list="/desk/people"
      fieldNames={words.person.fields}
      isReadOnly={isReadOnly}
      check={check}
      remove={editing.remove}
    >
      {(value) => (
        <PersonFields
          value={value}
          edit={editing.edit}
          isReadOnly={isReadOnly}
          isNew={editing.version === null}
          faults={{ ...faultsByField(editing.failure), ...local }}
        />
      )}
    </FormPage>
  );
}

function faultsIn(value: PersonValue, words: Record<'name' | 'upn' | 'roles', string>): FieldFaults {
  return {
    ...(value.name.trim() === '' ? { name: words.name } : {}),
    ...(/^\S+@\S+\.\S+$/.test(value.upn) ? {} : { upn: words.upn }),
    ...(value.roles.length === 0 ? { roles: words.roles } : {}),
  };
}

type FieldsProps = {
  value: PersonValue;
  edit: (change: Partial<PersonValue>) => void;
  faults: FieldFaults;
  isReadOnly: boolean;
  isNew: boolean;
};

function PersonFields({ value, edit, faults, isReadOnly, isNew }: FieldsProps) {
  const words = useWords(tabDeskTexts);
  const sites = useNamedSites();
  const { fields, languages, noLanguage } = words.person;
  const shared = { isReadOnly };
  return (
    <div className="desk-group">
      <TextField
        {...shared}
        label={fields.name}
        value={value.name}
        fault={faults.name}
        isRequired
        onChange={(name) => edit({ name })}
      />
      <TextField
        label={fields.upn}
        value={value.upn}
        fault={faults.upn}
        isRequired
        isReadOnly={isReadOnly || !isNew}
        onChange={(upn) => edit({ upn: upn.trim().toLowerCase() })}
      />
      <MaybeField
        {...shared}
        label={fields.title}
        value={value.title}
        onChange={(title) => edit({ title })}
      />
      <MaybeField
        {...shared}
        label={fields.phone}
        value={value.phone}
        onChange={(phone) => edit({ phone })}
      />
      <ChosenField
        {...shared}
        label={fields.homeSiteIds}
        value={value.homeSiteIds}
        options={sites}
        fault={faults.homeSiteIds}
        onChange={(homeSiteIds) => edit({ homeSiteIds })}
      />
      <RolesField
        {...shared}
        value={value.roles}
        fault={faults.roles}
        onChange={(roles) => edit({ roles })}
      />
      {value.roles.includes('editor') && (
        <EditsField {...shared} value={value.edits} onChange={(edits) => edit({ edits })} />
      )}
      <ChoiceField
        {...shared}
        label={fields.language}
        value={value.language}
        options={Object.entries(languages).map(([id, name]) => ({ id, name }))}
        none={noLanguage}
        fault={faults.language}
        onChange={(language) => edit({ language })}
      />
    </div>
  );
}
