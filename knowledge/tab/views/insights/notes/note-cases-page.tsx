import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { CountedCase, NoteCases } from '#bot/web/api/contract/insights-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { usePages } from '../../../parts/use-pages.ts';
import { dateInWords } from '../../../parts/when.ts';
import { hashOf } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { CasesTable } from '../measure/cases-table.tsx';

type About = Pick<NoteCases, 'title' | 'from' | 'to'>;

/** What stands behind "led to a case" of one note, case by case. */
export function NoteCasesPage({ noteId }: { noteId: string }) {
  const { client, language } = useTab();
  const words = useWords(tabInsightsTexts);
  const [about, setAbout] = useState<About | null>(null);
  const pages = usePages<CountedCase>(`note cases ${noteId}`, async (cursor, signal) => {
    const path = `/insights/notes/${noteId.split('/').map(encodeURIComponent).join('/')}/cases`;
    const page = await client.get<NoteCases>(path, { query: { cursor }, signal });
    setAbout(page);
    return { ...page, total: page.items.length };
  });
  const { cases, notes } = words;
  return (
    <>
      <a className="insights-back" href={hashOf('/insights/notes')}>
        {notes.back}
      </a>
      <section className="insights-card" aria-labelledby="insights-cases">
        <h2 id="insights-cases">{notes.casesOf(about?.title ?? noteId)}</h2>
        {about !== null && (
          <p>{notes.casesIntro(dateInWords(about.from, language), dateInWords(about.to, language))}</p>
        )}
        <p className="muted">{cases.nobody}</p>
        <Loading of={{ ...pages, value: pages.items, set: () => {} }}>
          {(items) =>
            items.length === 0 ? <p>{cases.none}</p> : <CasesTable items={items} unit={null} clock={null} />
          }
        </Loading>
        {pages.hasMore && !pages.isLoading && <Button onClick={pages.more}>{cases.more}</Button>}
      </section>
    </>
  );
}
