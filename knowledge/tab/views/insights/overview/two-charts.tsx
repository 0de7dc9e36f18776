import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { MeasureChart } from '../charts/measure-chart.tsx';
import { type FigureGroup, type Group, shapeOf } from '../figures/families.ts';
import type { Filter } from '../filter/filter.ts';

/** The two questions that whoever pays asks first, week by week: is it solved at once, is it fast. */
export function TwoCharts({ groups, filter }: { groups: readonly FigureGroup[]; filter: Filter }) {
  const shown = [firstOf(groups, 'self-help'), lastOf(groups, 'speed')].filter((one) => one !== null);
  return (
    <div className="insights-charts">
      {shown.map(({ measure }) => (
        <MeasureChart key={measure.id} id={measure.id} filter={filter} isLinked />
      ))}
    </div>
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
