import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { capital, kindTexts } from '#bot/i18n/tab-kinds.ts';
import type { InsightsScope } from '#bot/web/api/contract/insights-contract.ts';
import { dateInWords, instantInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { numberInWords } from '../figures/figure-words.ts';
import { type Filter, hashIn } from './filter.ts';
import { monthInWords } from './month-in-words.ts';

/** What the figures are of, in words: on the screen and on paper alike. */
export function ScopeLine({ scope, filter }: { scope: InsightsScope; filter: Filter }) {
  const { me, language } = useTab();
  const words = useWords(tabInsightsTexts);
  const about = useAbout(scope);
  const isMonth = /^\d{4}-\d{2}$/.test(scope.period);
  const matters =
    scope.matters === 1 ? words.scope.oneMatter : words.scope.matters(numberInWords(scope.matters, language));
  const facts = [
    matters,
    scope.countedAt === null
      ? null
      : words.scope.countedAt(instantInWords(scope.countedAt, language, me.timezone)),
  ];
  return (
    <>
      <p className="insights-scope">{about.join(' · ')}</p>
      <p className="muted">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      {isMonth && (
        <p className="muted insights-frozen">
          {scope.frozen ? words.scope.frozen : words.scope.open}{' '}
          {scope.frozen && <a href={hashIn(filter, '/revisions')}>{words.scope.seeRevisions}</a>}
        </p>
      )}
    </>
  );
}

function useAbout(scope: InsightsScope): readonly string[] {
  const { language } = useTab();
  const words = useWords(tabInsightsTexts);
  const kinds = useWords(kindTexts);
  const time = /^\d{4}-\d{2}$/.test(scope.period)
    ? monthInWords(scope.period, language)
    : words.scope.days(dateInWords(scope.from, language), dateInWords(scope.to, language));
  return [
    scope.siteName ?? scope.siteId ?? scope.area ?? words.scope.everything,
    scope.kind && kinds.siteKind[scope.kind],
    scope.category && kinds.category[scope.category],
    scope.priority && `${words.filter.priority.toLowerCase()} ${words.priority[scope.priority]}`,
    scope.type && words.type[scope.type],
    time,
  ]
    .filter((part): part is string => Boolean(part))
    .map((part, index) => (index === 0 ? capital(part) : part));
}
