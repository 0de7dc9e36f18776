import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { capital, keysOf, kindTexts } from '#bot/i18n/tab-kinds.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { ChoiceField, TextField, YesField } from '../form/fields.tsx';
import { ListField } from '../form/list-field.tsx';
import type { SiteFieldsProps } from './site-page.tsx';

/** What the site is and what people call it. */
export function SiteAbout({ value, edit, faults, isReadOnly, isNew }: SiteFieldsProps) {
  const words = useWords(tabDeskTexts).site;
  const kinds = useWords(kindTexts).siteKind;
  const options = keysOf(kinds).map((id) => ({ id, name: capital(kinds[id]) }));
  const kindOf = (id: string | null) => keysOf(kinds).find((kind) => kind === id) ?? value.kind;
  return (
    <fieldset className="desk-group">
      <legend>{words.groups.about}</legend>
      <TextField
        label={words.fields.name}
        value={value.name}
        fault={faults.name}
        isRequired
        isReadOnly={isReadOnly}
        onChange={(name) => edit({ name })}
      />
      {isNew && (
        <TextField
          label={words.fields.id}
          hint={words.idHint}
          value={value.id}
          fault={faults.id}
          isRequired
          onChange={(id) => edit({ id: id.toLowerCase() })}
        />
      )}
      <ListField
        label={words.fields.aliases}
        hint={words.aliasesHint}
        value={value.aliases}
        fault={faults.aliases}
        isReadOnly={isReadOnly}
        onChange={(aliases) => edit({ aliases })}
      />
      <ChoiceField
        label={words.fields.kind}
        value={value.kind}
        options={options}
        fault={faults.kind}
        isReadOnly={isReadOnly}
        onChange={(kind) => edit({ kind: kindOf(kind) })}
      />
      <TextField
        label={words.fields.area}
        value={value.area}
        fault={faults.area}
        isReadOnly={isReadOnly}
        onChange={(area) => edit({ area })}
      />
      <YesField
        label={words.fields.critical}
        hint={words.criticalHint}
        value={value.critical}
        isReadOnly={isReadOnly}
        onChange={(critical) => edit({ critical })}
      />
    </fieldset>
  );
}
