import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { NoteFigure, NoteFigures } from '#bot/web/api/contract/insights-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { usePages } from '../../../parts/use-pages.ts';
import { dateInWords } from '../../../parts/when.ts';
import { hashOf } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { numberInWords } from '../figures/figure-words.ts';
import type { Filter } from '../filter/filter.ts';
import { OutcomeBar } from './outcome-bar.tsx';

type Days = Pick<NoteFigures, 'from' | 'to'>;

/** Every note by its answers and failures, the most shown first. */
export function NotesPage({ filter, seesCases }: { filter: Filter; seesCases: boolean }) {
  const { client, language } = useTab();
  const words = useWords(tabInsightsTexts).notes;
  const [days, setDays] = useState<Days | null>(null);
  const pages = usePages<NoteFigure>(`notes ${filter.site}`, async (cursor, signal) => {
    const page = await client.get<NoteFigures>('/insights/notes', {
      query: { site: filter.site, cursor },
      signal,
    });
    setDays(page);
    return { ...page, total: page.items.length };
  });
  return (
    <section className="insights-card" aria-labelledby="insights-notes">
      <h2 id="insights-notes">{words.title}</h2>
      {days !== null && (
        <p>{words.intro(dateInWords(days.from, language), dateInWords(days.to, language))}</p>
      )}
      <p className="muted">{words.mixed}</p>
      <Loading of={{ ...pages, value: pages.items, set: () => {} }}>
        {(items) =>
          items.length === 0 ? <p>{words.none}</p> : <NotesTable items={items} seesCases={seesCases} />
        }
      </Loading>
      {pages.hasMore && !pages.isLoading && <Button onClick={pages.more}>{words.more}</Button>}
    </section>
  );
}

function NotesTable({ items, seesCases }: { items: readonly NoteFigure[]; seesCases: boolean }) {
  const { language } = useTab();
  const words = useWords(tabInsightsTexts);
  const { columns } = words.notes;
  const { showOf } = words.figure;
  const counts = ['shown', 'solved', 'silent', 'notSolved', 'cases'] as const;
  return (
    <table className="insights-table insights-cases-table" aria-labelledby="insights-notes">
      <thead>
        <tr>
          <th scope="col">{columns.title}</th>
          <td aria-hidden="true" />
          {counts.map((name) => (
            <th key={name} scope="col" className="insights-number">
              {columns[name]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((note) => (
          <tr key={note.noteId}>
            <th scope="row">
              <a className="insights-name" href={hashOf(`/notes/${note.noteId}`)}>
                {note.title}
              </a>
            </th>
            <td aria-hidden="true" className="insights-outcome-cell">
              <OutcomeBar of={note} />
            </td>
            {counts.map((name) => (
              <td key={name} className="insights-number" data-title={columns[name]}>
                {name === 'cases' && seesCases && note.cases > 0 ? (
                  <a
                    href={hashOf(`/insights/notes/${note.noteId}/cases`)}
                    aria-label={showOf(`${note.title}, ${numberInWords(note.cases, language)}`)}
                  >
                    {numberInWords(note.cases, language)}
                  </a>
                ) : (
                  numberInWords(note[name], language)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
