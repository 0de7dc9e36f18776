import { useState } from 'react';
import type { z } from 'zod';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { SiteForm } from '#bot/web/api/contract/desk-contract.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { type FieldFaults, faultsByField } from '../form/faults.ts';
import { FormPage } from '../form/form-page.tsx';
import { useDeskItem } from '../lists/use-desk-item.ts';
import { SiteAbout } from './site-about.tsx';
import { SiteMore } from './site-more.tsx';
import { SiteVisit } from './site-visit.tsx';

export type SiteValue = z.infer<typeof SiteForm>;
export type SiteFieldsProps = {
  value: SiteValue;
  edit: (change: Partial<SiteValue>) => void;
  faults: FieldFaults;
  isReadOnly: boolean;
  isNew: boolean;
};

const empty: SiteValue = {
  id: '',
  name: '',
  aliases: [],
  kind: 'preschool',
  area: '',
  address: null,
  phone: null,
  contactUpn: null,
  visitHours: null,
  visitNotes: null,
  parentId: null,
  critical: false,
  dependsOn: [],
  closedDays: [],
  lat: null,
  lon: null,
  facts: {},
  secretFacts: [],
};

/** One site's form. `id` null: a new one. */
export function SitePage({ id }: { id: string | null }) {
  const { me } = useTab();
  const words = useWords(tabDeskTexts);
  const editing = useDeskItem('/desk/sites', id, empty);
  const [local, setLocal] = useState<FieldFaults>({});
  const isReadOnly = !me.roles.includes('admin');
  const check = () => {
    const { value } = editing;
    const found: FieldFaults = {
      ...(value?.name.trim() === '' ? { name: words.forms.required } : {}),
      ...(/^[a-z0-9-]+$/.test(value?.id ?? '') ? {} : { id: words.site.idFault }),
    };
    setLocal(found);
    return Object.keys(found).length === 0;
  };
  const faults = { ...faultsByField(editing.failure), ...local };
  return (
    <FormPage
      editing={editing}
      title={words.site.new}
      list="/desk/sites"
      fieldNames={words.site.fields}
      isReadOnly={isReadOnly}
      check={check}
      remove={editing.remove}
    >
      {(value) => {
        const fields = { value, edit: editing.edit, faults, isReadOnly, isNew: editing.version === null };
        return (
          <>
            <SiteAbout {...fields} />
            <SiteVisit {...fields} />
            <SiteMore {...fields} />
          </>
        );
      }}
    </FormPage>
  );
}
