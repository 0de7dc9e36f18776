import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureSeries } from '#bot/web/api/contract/insights-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { useWords } from '../../../shell/tab-context.ts';
import { ChartFrame } from '../charts/chart-frame.tsx';
import { CasesLink, FigureFacts } from '../figures/figure-facts.tsx';
import { FormulaText } from '../figures/formula.tsx';
import { Value } from '../figures/value.tsx';
import { type Filter, hashIn } from '../filter/filter.ts';
import { useRecent } from '../use-recent.ts';
import { useSeries } from '../use-series.ts';
import { Breakdown } from './breakdown.tsx';

/** All about one figure: its formula in the open, its weeks, and how it is spread. */
export function MeasurePage({ id, filter }: { id: string; filter: Filter }) {
  const words = useWords(tabInsightsTexts);
  const series = useRecent(useSeries(id, filter));
  return (
    <>
      <a className="insights-back" href={hashIn(filter)}>
        {words.back}
      </a>
      <Loading of={series}>
        {(value) => (
          <>
            <MeasureHead series={value} filter={filter} />
            <div className="insights-card insights-chart-card">
              <ChartFrame series={value} caption={<h3>{words.chart.byWeek}</h3>} />
            </div>
            <Breakdown measure={value.measure} filter={filter} />
          </>
        )}
      </Loading>
    </>
  );
}

function MeasureHead({ series: { measure, figure }, filter }: { series: MeasureSeries; filter: Filter }) {
  const words = useWords(tabInsightsTexts).figure;
  const of = { measure, figure };
  return (
    <section className="insights-card insights-measure" aria-labelledby="insights-measure">
      <div>
        <h2 id="insights-measure">{measure.name}</h2>
        <Value of={of} />
        <FigureFacts of={of} />
        <CasesLink of={of} filter={filter} />
      </div>
      <div>
        <h3>{words.formula}</h3>
        <FormulaText of={[measure]} />
      </div>
    </section>
  );
}
