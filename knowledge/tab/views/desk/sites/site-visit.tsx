import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { MaybeField } from '../form/fields.tsx';
import { ListField } from '../form/list-field.tsx';
import { PersonField } from '../form/person-field.tsx';
import type { SiteFieldsProps } from './site-page.tsx';

/** Where it is, whom to talk to and when one may come. */
export function SiteVisit({ value, edit, faults, isReadOnly }: SiteFieldsProps) {
  const words = useWords(tabDeskTexts);
  const { fields, groups, closedHint } = words.site;
  return (
    <fieldset className="desk-group">
      <legend>{groups.visit}</legend>
      <MaybeField
        label={fields.address}
        value={value.address}
        fault={faults.address}
        isReadOnly={isReadOnly}
        onChange={(address) => edit({ address })}
      />
      <MaybeField
        label={fields.phone}
        value={value.phone}
        fault={faults.phone}
        isReadOnly={isReadOnly}
        onChange={(phone) => edit({ phone })}
      />
      <PersonField
        label={fields.contactUpn}
        value={value.contactUpn}
        fault={faults.contactUpn}
        isReadOnly={isReadOnly}
        onChange={(contactUpn) => edit({ contactUpn })}
      />
      <MaybeField
        label={fields.visitHours}
        hint={words.forms.hoursHint}
        value={value.visitHours}
        fault={faults.visitHours}
        isReadOnly={isReadOnly}
        onChange={(visitHours) => edit({ visitHours })}
      />
      <MaybeField
        label={fields.visitNotes}
        lines={2}
        value={value.visitNotes}
        fault={faults.visitNotes}
        isReadOnly={isReadOnly}
        onChange={(visitNotes) => edit({ visitNotes })}
      />
      <ListField
        label={fields.closedDays}
        hint={closedHint}
        value={value.closedDays}
        fault={faults.closedDays}
        isReadOnly={isReadOnly}
        onChange={(closedDays) => edit({ closedDays })}
      />
    </fieldset>
  );
}
