import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useNamedSites } from '../../../parts/use-sites.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { ChoiceField } from '../form/fields.tsx';
import { ChosenField } from '../form/list-field.tsx';
import { PlaceField } from './place-field.tsx';
import { SiteFacts } from './site-facts.tsx';
import type { SiteFieldsProps } from './site-page.tsx';

/** What it hangs together with, where it lies, and the facts that a technician needs. */
export function SiteMore(props: SiteFieldsProps) {
  const { value, edit, faults, isReadOnly } = props;
  const words = useWords(tabDeskTexts);
  const others = useNamedSites().filter(({ id }) => id !== value.id);
  const { fields, groups, dependsHint } = words.site;
  return (
    <fieldset className="desk-group">
      <legend>{groups.more}</legend>
      <ChoiceField
        label={fields.parentId}
        value={value.parentId}
        options={others}
        none={words.forms.none}
        fault={faults.parentId}
        isReadOnly={isReadOnly}
        onChange={(parentId) => edit({ parentId })}
      />
      <ChosenField
        label={fields.dependsOn}
        hint={dependsHint}
        value={value.dependsOn}
        options={others}
        fault={faults.dependsOn}
        isReadOnly={isReadOnly}
        onChange={(dependsOn) => edit({ dependsOn })}
      />
      <PlaceField
        label={fields.lat}
        value={value.lat}
        fault={faults.lat}
        isReadOnly={isReadOnly}
        onChange={(lat) => edit({ lat })}
      />
      <PlaceField
        label={fields.lon}
        value={value.lon}
        fault={faults.lon}
        isReadOnly={isReadOnly}
        onChange={(lon) => edit({ lon })}
      />
      <SiteFacts {...props} />
    </fieldset>
  );
}
