import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureText, WeekFigure } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { weekNumber } from '../../desk/rota/rota-week.ts';
import { numberInWords, type Saying, shareInWords, timeInWords } from '../figures/figure-words.ts';
import { useSaying } from '../figures/use-saying.ts';
import { labelEvery, ticksFor } from './scale.ts';
import { useWidth } from './use-width.ts';
import { type ChartKind, type Column, columnsOf, highestOf, kindOf } from './week-columns.ts';

type Props = { weeks: readonly WeekFigure[]; measure: MeasureText };

const height = 200;
/** Half a label's room to the right: the last one stands under the middle of its column. */
const margin = { top: 10, right: 16, bottom: 26, left: 64 };
const plot = height - margin.top - margin.bottom;

/** Columns, a week each. Only for the eye: the table beside it says the same to everybody. */
export function WeekChart({ weeks, measure }: Props) {
  const words = useWords(tabInsightsTexts).chart;
  const saying = useSaying();
  const [place, width] = useWidth<HTMLDivElement>(560);
  const kind = kindOf(weeks, measure.unit);
  const columns = columnsOf(weeks, measure.unit);
  const ticks = ticksFor(highestOf(columns), kind === 'counts' ? 'count' : measure.unit);
  const top = ticks.at(-1) ?? 1;
  const y = (value: number) => margin.top + plot * (1 - value / top);
  const step = (width - margin.left - margin.right) / Math.max(1, columns.length);
  const every = labelEvery(columns.length, width - margin.left, 44);
  return (
    <div ref={place} className="insights-chart" aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} role="presentation">
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className="insights-line"
              x1={margin.left}
              x2={width - margin.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text className="insights-tick" x={margin.left - 8} y={y(tick) + 4} textAnchor="end">
              {tickInWords(tick, kind, measure, saying)}
            </text>
          </g>
        ))}
        {columns.map((column, index) => (
          <g key={column.week} transform={`translate(${margin.left + step * index} 0)`}>
            <WeekColumn column={column} step={step} y={y} />
            {(columns.length - 1 - index) % every === 0 && (
              <text className="insights-tick" x={step / 2} y={height - 8} textAnchor="middle">
                {words.shortWeek(weekNumber(column.week))}
              </text>
            )}
          </g>
        ))}
      </svg>
    </div>
  );
}

function WeekColumn({ column, step, y }: { column: Column; step: number; y: (value: number) => number }) {
  const width = Math.max(2, Math.min(34, step * 0.62));
  const x = (step - width) / 2;
  const bar = (value: number) => ({ x, width, y: y(value), height: Math.max(0, y(0) - y(value)) });
  return (
    <>
      {column.track !== null && <rect className="insights-track" {...bar(column.track)} rx={2} />}
      {column.upTo !== null && (
        <path
          className="insights-whisker"
          d={`M${step / 2} ${y(column.height)}V${y(column.upTo)}m${-width / 4} 0h${width / 2}`}
        />
      )}
      {column.height > 0 && <rect className="insights-column" {...bar(column.height)} rx={2} />}
      {column.few && (
        <circle className="insights-few" cx={step / 2} cy={y(0) - 6} r={Math.min(3.5, step / 3)} />
      )}
    </>
  );
}

function tickInWords(tick: number, kind: ChartKind, measure: MeasureText, saying: Saying): string {
  if (kind === 'percent') return shareInWords(tick, saying.language);
  if (kind === 'times') return tick === 0 ? '0' : timeInWords(tick, measure.clock, saying);
  return numberInWords(tick, saying.language, 3);
}
