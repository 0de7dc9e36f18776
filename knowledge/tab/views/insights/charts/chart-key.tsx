import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureText, WeekFigure } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { columnsOf, kindOf } from './week-columns.ts';

/** What the marks of a chart mean; none where there is but one. */
export function ChartKey({ weeks, measure }: { weeks: readonly WeekFigure[]; measure: MeasureText }) {
  const words = useWords(tabInsightsTexts).chart;
  const columns = columnsOf(weeks, measure.unit);
  const kind = kindOf(weeks, measure.unit);
  const keys = [
    kind === 'counts' && { mark: 'column', text: words.keyYes },
    kind === 'counts' && { mark: 'track', text: words.keyAll },
    kind === 'times' && { mark: 'column', text: words.keyMedian },
    kind === 'times' && columns.some(({ upTo }) => upTo !== null) && { mark: 'whisker', text: words.keyP90 },
    kind !== 'counts' && columns.some(({ few }) => few) && { mark: 'few', text: words.keyFew },
  ].filter((key) => key !== false);
  if (keys.length === 0) return null;
  return (
    <ul className="insights-key" aria-hidden="true">
      {keys.map(({ mark, text }) => (
        <li key={mark}>
          <span className={`insights-mark insights-mark-${mark}`} />
          {text}
        </li>
      ))}
    </ul>
  );
}
