import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { useWords } from '../../../shell/tab-context.ts';

/** A desk that is new, or a choice that nothing fits. */
export function NothingYet({ isNarrowed }: { isNarrowed: boolean }) {
  const words = useWords(tabInsightsTexts).empty;
  return (
    <div className="insights-empty">
      <h2>{isNarrowed ? words.filtered : words.title}</h2>
      <p>{isNarrowed ? words.filteredBody : words.body}</p>
    </div>
  );
}

/** What the server keeps back, said rather than left blank. */
export function FewPeople() {
  const words = useWords(tabInsightsTexts);
  return (
    <div className="insights-empty">
      <h2>{words.breakdown.withheld}</h2>
      <p>{words.scope.few}</p>
    </div>
  );
}
