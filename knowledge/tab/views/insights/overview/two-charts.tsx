import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { MeasureChart } from '../charts/measure-chart.tsx';
import { type FigureGroup, type Group, shapeOf } from '../figures/families.ts';
import type { Filter } from '../filter/filter.ts';

/** The two questions that whoever pays asks first, week by week: is it solved at once, is it fast. */
export function TwoCharts({ groups, filter }: { groups: readonly FigureGroup[]; filter: Filter }) {
  const words = useWords(tabInsightsTexts).chart;
  const shown = [firstOf(groups, 'self-help'), lastOf(groups, 'speed')].filter((one) => one !== null);
  return (
    <section className="insights-charts" aria-labelledby="insights-by-week">
      <h2 id="insights-by-week" className="only-heard">
        {words.byWeek}
      </h2>
      {shown.map(({ measure }) => (
        <MeasureChart key={measure.id} id={measure.id} filter={filter} isLinked />
      ))}
    </section>
  );
}

function firstOf(groups: readonly FigureGroup[], id: Group): MeasureFigure | null {
  return groups.find((group) => group.id === id)?.families[0]?.figures[0] ?? null;
}

/** The whole way, from the first word to the solution, stands last among the times. */
function lastOf(groups: readonly FigureGroup[], id: Group): MeasureFigure | null {
  const families = groups.find((group) => group.id === id)?.families ?? [];
  return families.filter((family) => shapeOf(family) === 'table').at(-1)?.figures[0] ?? null;
}
