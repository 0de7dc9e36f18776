import { useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { hashOf } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { type FieldFaults, faultsByField } from '../form/faults.ts';
import { FormPage } from '../form/form-page.tsx';
import { useStored } from '../form/use-stored.ts';
import { TechnicianFields } from './technician-fields.tsx';
import type { TechnicianInStore } from './use-technicians.ts';

export type TechnicianValue = TechnicianInStore['value'];

const empty: TechnicianValue = {
  upn: '',
  name: '',
  areas: [],
  sites: [],
  skills: [],
  duty: 'Mo-Fr 08:00-16:30; PH off',
  onCall: null,
  shifts: [],
  absences: [],
  deputy: null,
  maxOpen: null,
};

/** One technician's form, without the rota's own changes. `upn` null: a new one, of somebody who is a person already. */
export function TechnicianPage({ upn }: { upn: string | null }) {
  const { me, client } = useTab();
  const words = useWords(tabDeskTexts);
  const path = `/desk/technicians/${encodeURIComponent(upn ?? '')}`;
  const editing = useStored<TechnicianValue>({
    key: upn === null ? null : path,
    empty,
    load: (signal) => client.get(path, { signal }),
    change: (basedOn, value) => client.send('PUT', path, { basedOn, value: withoutName(value) }),
    add: (value) => client.send('POST', '/desk/technicians', withoutName(value)),
  });
  const [local, setLocal] = useState<FieldFaults>({});
  const isReadOnly = !me.roles.includes('admin');
  const check = () => {
    const found: FieldFaults = {
      ...(editing.value?.upn.trim() === '' ? { upn: words.forms.required } : {}),
      ...(editing.value?.duty.trim() === '' ? { duty: words.forms.required } : {}),
    };
    setLocal(found);
    return Object.keys(found).length === 0;
  };
  return (
    <FormPage
      editing={editing}
      title={words.technician.new}
      list="/desk/technicians"
      fieldNames={words.technician.fields}
      isReadOnly={isReadOnly}
      check={check}
      remove={(basedOn) => client.send('DELETE', path, undefined, { query: { basedOn } })}
    >
      {(value) => (
        <>
          <TechnicianFields
            value={value}
            edit={editing.edit}
            faults={{ ...faultsByField(editing.failure), ...local }}
            isReadOnly={isReadOnly}
            isNew={editing.version === null}
          />
          <p>
            <small>{words.technician.rotaHint}</small>{' '}
            <a href={hashOf('/desk/rota')}>{words.technician.toRota}</a>
          </p>
        </>
      )}
    </FormPage>
  );
}

/** The name is the person's; the form does not carry it. */
export function withoutName({ name: _, ...form }: TechnicianValue): Omit<TechnicianValue, 'name'> {
  return form;
}
