import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureSeries } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { ChartKey } from './chart-key.tsx';
import { everyWeek, isLastUnfinished } from './every-week.ts';
import { WeekChart } from './week-chart.tsx';
import { WeekTable } from './week-table.tsx';

/** A chart with its table behind one press. */
export function ChartFrame({ series, caption }: { series: MeasureSeries; caption: ReactNode }) {
  const { chart: words, breakdown } = useWords(tabInsightsTexts);
  const [isTable, setTable] = useState(false);
  const { measure } = series;
  const weeks = everyWeek(series);
  if (series.weeksWithheld)
    return (
      <figure className="insights-chart-frame">
        <figcaption>{caption}</figcaption>
        <p className="muted">{breakdown.withheldBody}</p>
      </figure>
    );
  const hasAnything = measure.unit !== 'time' || weeks.some(({ figure }) => figure.value !== null);
  return (
    <figure className="insights-chart-frame">
      <figcaption>
        {caption}
        <Button
          size="small"
          appearance="subtle"
          aria-label={`${isTable ? words.chart : words.table}: ${measure.name}`}
          onClick={() => setTable(!isTable)}
        >
          {isTable ? words.chart : words.table}
        </Button>
      </figcaption>
      {!isTable && hasAnything && <WeekChart weeks={weeks} measure={measure} />}
      {!isTable && hasAnything && <ChartKey weeks={weeks} measure={measure} />}
      {!isTable && !hasAnything && <p className="muted">{words.allFew}</p>}
      {hasAnything && isLastUnfinished(series) && <small>{words.note}</small>}
      <WeekTable weeks={weeks} measure={measure} isShown={isTable} />
    </figure>
  );
}
