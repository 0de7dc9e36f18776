import { z } from 'zod';
import { NotFound } from '#bot/errors.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import { pageOf } from '../contract/common-contract.ts';
import { ChangePerson, PersonForm, StoredPerson } from '../contract/desk-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { checkPerson } from './check-forms.ts';
import type { DeskPorts } from './desk-ports.ts';
import { toPersonForm } from './forms.ts';
import { personOf } from './from-forms.ts';
import { usesOfPerson } from './in-use.ts';
import { listOfKind, searchByWords } from './list-of-kind.ts';
import { addItem, changeItem, refuseFaults, removeItem } from './save-item.ts';
import { BasedOn, Search } from './site-desk-routes.ts';

/** Compared in lower case, as everywhere. */
export const UpnParams = z.object({ upn: z.string().toLowerCase() });

export function createPersonDeskRoutes(ports: DeskPorts): Route[] {
  return [...readPeople(ports), ...changePeople(ports)];
}

function readPeople({ editing }: DeskPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/desk/people',
      summary: 'People whom the desk lists, with their roles',
      access: 'see-desk',
      query: Search,
      response: pageOf(StoredPerson),
      async handle({ query, loaded, language }) {
        const found = searchByWords(loaded.desk.people.values(), query.query, ({ name, upn, title }) => [
          name,
          upn,
          title,
        ]);
        // Whom only the organisation's directory names is not the desk's to edit, and would leave gaps in the pages.
        const listed = await editing.readVersions(
          'person',
          found.map(({ upn }) => upn),
        );
        const own = found.filter(({ upn }) => listed.has(upn));
        const shape = { idOf: ({ upn }: { upn: string }) => upn, toForm: toPersonForm };
        return listOfKind(editing, 'person', own, shape, query, language);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/desk/people/:upn',
      summary: 'One person',
      access: 'see-desk',
      params: UpnParams,
      response: StoredPerson,
      async handle({ params: { upn } }) {
        const stored = await editing.read('person', upn);
        if (stored === null) throw new NotFound(`person ${upn}`);
        return { version: stored.version, value: toPersonForm(stored.value) };
      },
    }),
  ];
}

function changePeople({ editing }: DeskPorts): Route[] {
  return [
    defineRoute({
      method: 'put',
      path: '/desk/people/:upn',
      summary: 'Changes a person',
      access: 'change-desk',
      params: UpnParams,
      body: ChangePerson,
      response: StoredPerson,
      async handle({ params: { upn }, body, loaded, person, now, language }) {
        const words = deskWords(language);
        if (body.value.upn.toLowerCase() !== upn) {
          refuseFaults([{ path: 'upn', message: words.otherId }], 'value.');
        }
        const stored = await changeItem(
          editing,
          { kind: 'person', id: upn, person, now },
          body.basedOn,
          (current) => personOf(body.value, current),
          (value) => checkPerson(value, { desk: loaded.desk, words }),
        );
        return { version: stored.version, value: toPersonForm(stored.value) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/desk/people',
      summary: 'Adds a person',
      access: 'change-desk',
      body: PersonForm,
      response: StoredPerson,
      status: 201,
      async handle({ body, loaded, person, now, language }) {
        const words = deskWords(language);
        const value = personOf(body, null);
        const stored = await addItem(
          editing,
          { kind: 'person', id: value.upn, person, now },
          value,
          checkPerson(value, { desk: loaded.desk, words }),
          { path: 'upn', message: words.taken(value.upn) },
        );
        return { version: stored.version, value: toPersonForm(stored.value) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/desk/people/:upn',
      summary: 'Removes a person whom nothing needs any more',
      access: 'change-desk',
      params: UpnParams,
      query: BasedOn,
      async handle({ params: { upn }, query, loaded, person, now, language }) {
        const { desk, notes } = loaded;
        const uses = usesOfPerson(upn, { desk, notes: notes.all(), words: deskWords(language) });
        await removeItem(editing, { kind: 'person', id: upn, person, now }, query.basedOn, uses);
        return undefined;
      },
    }),
  ];
}
