import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { Loading } from '../../../parts/loading.tsx';
import { useWords } from '../../../shell/tab-context.ts';
import { type Filter, hashIn } from '../filter/filter.ts';
import { useRecent } from '../use-recent.ts';
import { useSeries } from '../use-series.ts';
import { ChartFrame } from './chart-frame.tsx';

/** One measure week by week, fetched for itself. `isLinked`: its name leads to all about it. */
export function MeasureChart({ id, filter, isLinked }: { id: string; filter: Filter; isLinked?: boolean }) {
  const words = useWords(tabInsightsTexts).chart;
  const series = useRecent(useSeries(id, filter));
  return (
    <div className="insights-card insights-chart-card">
      <Loading of={series}>
        {(value) => (
          <ChartFrame
            series={value}
            caption={
              <h3>
                {isLinked ? (
                  <a className="insights-name" href={hashIn(filter, `/measures/${id}`)}>
                    {value.measure.name}
                  </a>
                ) : (
                  value.measure.name
                )}
                <small>{words.byWeek}</small>
              </h3>
            }
          />
        )}
      </Loading>
    </div>
  );
}
