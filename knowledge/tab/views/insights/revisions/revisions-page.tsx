import { Button } from '@fluentui/react-components';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { FigureRevision, FigureRevisions } from '#bot/web/api/contract/insights-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { usePages } from '../../../parts/use-pages.ts';
import { instantInWords } from '../../../parts/when.ts';
import { navigate } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { casesInWords, figureInWords } from '../figures/figure-words.ts';
import { useSaying } from '../figures/use-saying.ts';
import { type Filter, hashIn } from '../filter/filter.ts';
import { monthInWords } from '../filter/month-in-words.ts';
import { PickOne } from '../filter/pick-one.tsx';

/** The trace: every figure of a closed month that is another one now, and why. */
export function RevisionsPage({ months, filter }: { months: readonly string[]; filter: Filter }) {
  const { client, language } = useTab();
  const words = useWords(tabInsightsTexts).revisions;
  const month = months.includes(filter.period ?? '') ? filter.period : null;
  const pages = usePages<FigureRevision>(`revisions ${month}`, async (cursor, signal) => {
    const page = await client.get<FigureRevisions>('/insights/revisions', {
      query: { month, cursor },
      signal,
    });
    return { ...page, total: page.items.length };
  });
  return (
    <section className="insights-card" aria-labelledby="insights-revisions">
      <div className="insights-tools">
        <h2 id="insights-revisions">{words.title}</h2>
        <PickOne
          label={words.month}
          value={month ?? ''}
          options={[
            { value: '', label: words.allMonths },
            ...months.map((one) => ({ value: one, label: monthInWords(one, language) })),
          ]}
          onChoose={(value) =>
            navigate(hashIn({ ...filter, period: value || null }, '/revisions'), { replace: true })
          }
        />
      </div>
      <p className="muted">{words.intro}</p>
      <Loading of={{ ...pages, value: pages.items, set: () => {} }}>
        {(items) =>
          items.length === 0 ? (
            <p>{month === null ? words.none : words.noneOf(monthInWords(month, language))}</p>
          ) : (
            <ul className="insights-revisions">
              {items.map((revision) => (
                <Revision key={`${revision.at} ${revision.measure.id} ${revision.label}`} of={revision} />
              ))}
            </ul>
          )
        }
      </Loading>
      {pages.hasMore && !pages.isLoading && <Button onClick={pages.more}>{words.more}</Button>}
    </section>
  );
}

function Revision({
  of: { measure, label, by, month, at, why, caseNumbers, ...figures },
}: {
  of: FigureRevision;
}) {
  const { me, language } = useTab();
  const words = useWords(tabInsightsTexts);
  const { ofCases } = words.revisions;
  const saying = useSaying();
  // Of a time often the number of cases alone is another.
  const say = (figure: FigureRevision['old']) => {
    const words = figureInWords(figure, measure, saying);
    return measure.unit === 'time' ? ofCases(words, casesInWords(figure.count, saying)) : words;
  };
  return (
    <li>
      <strong>
        {measure.name}
        {by !== null && ` ${words.revisions.of(label)}`}
      </strong>
      <span>
        {monthInWords(month, language)}: {words.revisions.fromTo(say(figures.old), say(figures.new))}
      </span>
      <span className="muted">
        {why} {words.revisions.changedAt(instantInWords(at, language, me.timezone))}.
        {caseNumbers.length > 0 && ` ${words.help.caseNumbers}: ${caseNumbers.join(', ')}.`}
      </span>
    </li>
  );
}
