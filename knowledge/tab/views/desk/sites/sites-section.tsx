import { Badge } from '@fluentui/react-components';
import type { z } from 'zod';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import type { SiteForm } from '#bot/web/api/contract/desk-contract.ts';
import { useRoute } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { DeskList } from '../lists/desk-list.tsx';
import { SitePage } from './site-page.tsx';

export function SitesSection() {
  const { me } = useTab();
  const words = useWords(tabDeskTexts);
  const kinds = useWords(kindTexts).siteKind;
  const { parts, query } = useRoute();
  const id = parts[2] ?? null;
  const isAdmin = me.roles.includes('admin');
  if (id !== null || query.has('new')) return <SitePage key={id} id={id} />;
  return (
    <DeskList<z.infer<typeof SiteForm>>
      path="/desk/sites"
      label={words.section.sites}
      search={words.lists.searchSites}
      none={words.lists.noSites}
      idOf={(site) => site.id}
      add={isAdmin ? words.lists.newSite : null}
      columns={[
        { title: words.lists.columns.name, cell: ({ name }) => name },
        {
          title: words.lists.columns.kind,
          cell: ({ kind, critical }) => (
            <>
              {capital(kinds[kind])}{' '}
              {critical && (
                <Badge appearance="tint" color="warning">
                  {words.lists.critical}
                </Badge>
              )}
            </>
          ),
        },
        { title: words.lists.columns.area, cell: ({ area }) => area },
      ]}
    />
  );
}
