import type { z } from 'zod';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { PersonForm } from '#bot/web/api/contract/desk-contract.ts';
import { nameOfSite, useNamedSites } from '../../../parts/use-sites.ts';
import { useRoute } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { DeskList } from '../lists/desk-list.tsx';
import { PersonPage } from './person-page.tsx';

export function PeopleSection() {
  const { me } = useTab();
  const words = useWords(tabDeskTexts);
  const sites = useNamedSites();
  const { parts, query } = useRoute();
  const upn = parts[2] ?? null;
  const isAdmin = me.roles.includes('admin');
  if (upn !== null || query.has('new')) return <PersonPage key={upn} upn={upn} />;
  return (
    <DeskList<z.infer<typeof PersonForm>>
      path="/desk/people"
      label={words.section.people}
      search={words.lists.searchPeople}
      none={words.lists.noPeople}
      idOf={(person) => person.upn}
      add={isAdmin ? words.lists.newPerson : null}
      columns={[
        {
          title: words.lists.columns.name,
          cell: ({ name }) => name,
        },
        {
          title: words.lists.columns.home,
          cell: ({ homeSiteIds }) =>
            homeSiteIds.map((id) => nameOfSite(sites, id)).join(', ') || words.forms.none,
        },
        {
          title: words.lists.columns.roles,
          cell: ({ roles }) => roles.map((role) => words.person.roles[role]).join(', '),
        },
      ]}
    />
  );
}
