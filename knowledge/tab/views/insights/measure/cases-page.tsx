import { Button, Spinner } from '@fluentui/react-components';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { keysOf } from '#bot/i18n/tab-kinds.ts';
import type { CountedCase, CountedCases } from '#bot/web/api/contract/insights-contract.ts';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { usePages } from '../../../parts/use-pages.ts';
import { useRoute } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { FigureFacts } from '../figures/figure-facts.tsx';
import { Value } from '../figures/value.tsx';
import { type Filter, hashIn, keyOf } from '../filter/filter.ts';
import { useSeries } from '../use-series.ts';
import { CasesTable } from './cases-table.tsx';

/** What a figure rests on, case by case: nobody has to believe it. */
export function CasesPage({ id, filter }: { id: string; filter: Filter }) {
  const words = useWords(tabInsightsTexts);
  const series = useSeries(id, filter).value;
  return (
    <>
      <a className="insights-back" href={hashIn(filter, `/measures/${id}`)}>
        {words.backToFigure}
      </a>
      <section className="insights-card" aria-labelledby="insights-cases">
        <h2 id="insights-cases">{words.cases.title}</h2>
        {series !== null && (
          <p className="insights-cases-of">
            {series.measure.name}: <Value of={series} />
            <FigureFacts of={series} />
          </p>
        )}
        <p className="muted">{words.cases.nobody}</p>
        <CaseList
          id={id}
          filter={filter}
          unit={series?.measure.unit ?? null}
          clock={series?.measure.clock ?? null}
        />
      </section>
    </>
  );
}

type ListProps = {
  id: string;
  filter: Filter;
  unit: CountedCases['measure']['unit'] | null;
  clock: CountedCases['measure']['clock'];
};

function CaseList({ id, filter, unit, clock }: ListProps) {
  const { client } = useTab();
  const shell = useShellWords();
  const words = useWords(tabInsightsTexts).cases;
  const { query } = useRoute();
  const part = keysOf(words.parts).find((one) => one === query.get('part')) ?? 'all';
  const pages = usePages<CountedCase>(`cases ${id} ${part} ${keyOf(filter)}`, async (cursor, signal) => {
    const path = `/insights/measures/${encodeURIComponent(id)}/cases`;
    const page = await client.get<CountedCases>(path, { query: { ...filter, part, cursor }, signal });
    return { ...page, total: page.items.length };
  });
  return (
    <>
      {unit === 'share' && (
        <nav className="insights-which" aria-label={words.part}>
          {keysOf(words.parts).map((one) => (
            <a
              key={one}
              href={hashIn(filter, `/measures/${id}/cases`, { part: one === 'all' ? null : one })}
              aria-current={one === part ? 'true' : undefined}
            >
              {words.parts[one]}
            </a>
          ))}
        </nav>
      )}
      {pages.failure !== null && pages.failure.kind !== 'not-allowed' && (
        <FailureMessage words={shell} failure={pages.failure} onRetry={pages.reload} />
      )}
      {pages.failure?.kind === 'not-allowed' && <p>{words.notAllowed}</p>}
      {pages.items?.length === 0 && <p>{words.none}</p>}
      {pages.items !== null && pages.items.length > 0 && (
        <CasesTable items={pages.items} unit={unit} clock={clock} />
      )}
      {pages.isLoading && <Spinner size="small" label={shell.loading} />}
      {pages.hasMore && !pages.isLoading && <Button onClick={pages.more}>{words.more}</Button>}
    </>
  );
}
