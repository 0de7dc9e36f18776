import type { Desk } from '#bot/desk/desk.ts';
import type { Technician } from '#bot/desk/technician.ts';
import { NotAllowed, NotFound } from '#bot/errors.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import type { Versioned } from '#knowledge/review/desk-editing.ts';
import { pageOf } from '../contract/common-contract.ts';
import { ChangeTechnician, StoredTechnician, TechnicianForm } from '../contract/desk-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { checkTechnician } from './check-forms.ts';
import type { DeskPorts } from './desk-ports.ts';
import { rotaFields, toTechnicianForm } from './forms.ts';
import { technicianOf } from './from-forms.ts';
import { usesOfTechnician } from './in-use.ts';
import { listOfKind, searchByWords } from './list-of-kind.ts';
import { UpnParams } from './person-desk-routes.ts';
import { addItem, changeItem, refuseFaults, removeItem } from './save-item.ts';
import { BasedOn, Search } from './site-desk-routes.ts';

export function createTechnicianDeskRoutes(ports: DeskPorts): Route[] {
  return [...readTechnicians(ports), ...changeTechnicians(ports), removeTechnician(ports)];
}

function readTechnicians({ editing }: DeskPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/desk/technicians',
      summary: 'Technicians with their rota',
      access: 'see-desk',
      query: Search,
      response: pageOf(StoredTechnician),
      async handle({ query, loaded: { desk }, language }) {
        const nameOf = (upn: string) => desk.people.get(upn)?.name ?? upn;
        const found = searchByWords(desk.technicians.values(), query.query, ({ upn }) => [nameOf(upn), upn]);
        const toForm = (technician: Technician) => toTechnicianForm(technician, desk);
        return listOfKind(editing, 'technician', found, { idOf: ({ upn }) => upn, toForm }, query, language);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/desk/technicians/:upn',
      summary: 'One technician',
      access: 'see-desk',
      params: UpnParams,
      response: StoredTechnician,
      async handle({ params: { upn }, loaded }) {
        const stored = await editing.read('technician', upn);
        if (stored === null) throw new NotFound(`technician ${upn}`);
        return toStored(stored, loaded.desk);
      },
    }),
  ];
}

function changeTechnicians({ editing }: DeskPorts): Route[] {
  return [
    defineRoute({
      method: 'put',
      path: '/desk/technicians/:upn',
      summary: 'Changes a technician; a dispatcher changes the rota only',
      access: 'change-rota',
      params: UpnParams,
      body: ChangeTechnician,
      response: StoredTechnician,
      async handle({ params: { upn }, body, loaded, person, rights, now, language }) {
        const { desk } = loaded;
        const words = deskWords(language);
        if (body.value.upn.toLowerCase() !== upn) {
          refuseFaults([{ path: 'upn', message: words.otherId }], 'value.');
        }
        const stored = await changeItem(
          editing,
          { kind: 'technician', id: upn, person, now },
          body.basedOn,
          (current) => {
            const next = technicianOf(body.value);
            if (!rights.has('change-desk') && !changesRotaOnly(current, next)) {
              throw new NotAllowed('a dispatcher changes the rota only');
            }
            return next;
          },
          (value) => checkTechnician(value, { desk, words }),
        );
        return toStored(stored, desk);
      },
    }),
    defineRoute({
      method: 'post',
      path: '/desk/technicians',
      summary: 'Adds a technician',
      access: 'change-desk',
      body: TechnicianForm,
      response: StoredTechnician,
      status: 201,
      async handle({ body, loaded, person, now, language }) {
        const { desk } = loaded;
        const words = deskWords(language);
        const value = technicianOf(body);
        const stored = await addItem(
          editing,
          { kind: 'technician', id: value.upn, person, now },
          value,
          checkTechnician(value, { desk, words }),
          { path: 'upn', message: words.taken(value.upn) },
        );
        return toStored(stored, desk);
      },
    }),
  ];
}

function removeTechnician({ editing, cases }: DeskPorts): Route {
  return defineRoute({
    method: 'delete',
    path: '/desk/technicians/:upn',
    summary: 'Removes a technician whom nothing needs any more',
    access: 'change-desk',
    params: UpnParams,
    query: BasedOn,
    async handle({ params: { upn }, query, loaded, person, now, language }) {
      const { desk, notes } = loaded;
      const open = (await cases.assignedTo(upn)).length;
      const uses = usesOfTechnician(upn, open, { desk, notes: notes.all(), words: deskWords(language) });
      await removeItem(editing, { kind: 'technician', id: upn, person, now }, query.basedOn, uses);
      return undefined;
    },
  });
}

function changesRotaOnly(before: Technician, after: Technician): boolean {
  const rest = (technician: Technician) =>
    JSON.stringify(
      Object.entries(technician)
        .filter(([field]) => !rotaFields.some((rota) => rota === field))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  return rest(before) === rest(after);
}

function toStored({ version, value }: Versioned<Technician>, desk: Desk): StoredTechnician {
  return { version, value: toTechnicianForm(value, desk) };
}
