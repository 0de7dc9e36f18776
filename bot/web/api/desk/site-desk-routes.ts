import { z } from 'zod';
import type { Site } from '#bot/desk/site.ts';
import { NotFound } from '#bot/errors.ts';
import { deskWords } from '#bot/i18n/api-desk.ts';
import { pageOf } from '../contract/common-contract.ts';
import { ChangeSite, SiteForm, StoredSite } from '../contract/desk-contract.ts';
import { defineRoute, type Route } from '../define-route.ts';
import { PageQuery } from '../page-of-list.ts';
import { checkSite } from './check-forms.ts';
import type { DeskPorts } from './desk-ports.ts';
import { toSiteForm } from './forms.ts';
import { siteOf } from './from-forms.ts';
import { isLeftover, usesOfSite } from './in-use.ts';
import { listOfKind, searchByWords } from './list-of-kind.ts';
import { addItem, changeItem, refuseFaults, removeItem } from './save-item.ts';

export const Search = PageQuery.extend({ query: z.string().max(200).optional() });
export const BasedOn = z.object({ basedOn: z.coerce.number().int() });
const params = z.object({ id: z.string() });

export function createSiteDeskRoutes(ports: DeskPorts): Route[] {
  return [...readSites(ports), ...changeSites(ports)];
}

function readSites({ editing }: DeskPorts): Route[] {
  return [
    defineRoute({
      method: 'get',
      path: '/desk/sites',
      summary: 'Sites with all that the desk knows of them but secrets',
      access: 'see-desk',
      query: Search,
      response: pageOf(StoredSite),
      async handle({ query, loaded, language }) {
        const { sites, settings } = loaded.desk;
        const found = searchByWords(sites.values(), query.query, textsOf);
        const toForm = (site: Site) => toSiteForm(site, settings.secretFacts);
        return listOfKind(editing, 'site', found, { idOf: ({ id }) => id, toForm }, query, language);
      },
    }),
    defineRoute({
      method: 'get',
      path: '/desk/sites/:id',
      summary: 'One site',
      access: 'see-desk',
      params,
      response: StoredSite,
      async handle({ params: { id }, loaded }) {
        const stored = await editing.read('site', id);
        if (stored === null) throw new NotFound(`site ${id}`);
        return {
          version: stored.version,
          value: toSiteForm(stored.value, loaded.desk.settings.secretFacts),
        };
      },
    }),
  ];
}

function textsOf({ name, id, area, aliases }: Site): (string | null)[] {
  return [name, id, area, ...aliases];
}

function changeSites({ editing }: DeskPorts): Route[] {
  return [
    defineRoute({
      method: 'put',
      path: '/desk/sites/:id',
      summary: 'Changes a site',
      access: 'change-desk',
      params,
      body: ChangeSite,
      response: StoredSite,
      async handle({ params: { id }, body, loaded, person, now, language }) {
        const { desk } = loaded;
        const words = deskWords(language);
        const { secretFacts } = desk.settings;
        if (body.value.id !== id) refuseFaults([{ path: 'id', message: words.otherId }], 'value.');
        const stored = await changeItem(
          editing,
          { kind: 'site', id, person, now },
          body.basedOn,
          (current) => siteOf(body.value, current, secretFacts),
          (site) => checkSite(site, { desk, words }),
        );
        return { version: stored.version, value: toSiteForm(stored.value, secretFacts) };
      },
    }),
    defineRoute({
      method: 'post',
      path: '/desk/sites',
      summary: 'Adds a site',
      access: 'change-desk',
      body: SiteForm,
      response: StoredSite,
      status: 201,
      async handle({ body, loaded, person, now, language }) {
        const { desk } = loaded;
        const words = deskWords(language);
        const { secretFacts } = desk.settings;
        const site = siteOf(body, null, secretFacts);
        const stored = await addItem(
          editing,
          { kind: 'site', id: site.id, person, now },
          site,
          checkSite(site, { desk, words }),
          { path: 'id', message: words.taken(site.id) },
        );
        return { version: stored.version, value: toSiteForm(stored.value, secretFacts) };
      },
    }),
    defineRoute({
      method: 'delete',
      path: '/desk/sites/:id',
      summary: 'Removes a site that nothing needs any more, and the archived notes about it',
      access: 'change-desk',
      params,
      query: BasedOn,
      async handle({ params: { id }, query, loaded, person, now, language }) {
        const { desk } = loaded;
        const notes = loaded.notes.all();
        const uses = usesOfSite(id, { desk, notes, words: deskWords(language) });
        await removeItem(editing, { kind: 'site', id, person, now }, query.basedOn, uses);
        for (const note of notes.filter((one) => isLeftover(one, id))) {
          const edit = { kind: 'note', id: note.id, by: person.upn, at: now, way: 'tab' } as const;
          await editing.edit(edit, () => null);
        }
        return undefined;
      },
    }),
  ];
}
