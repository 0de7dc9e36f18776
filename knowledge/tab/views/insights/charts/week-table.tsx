import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { Figure, MeasureText, WeekFigure } from '#bot/web/api/contract/insights-contract.ts';
import { dateInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { weekNumber } from '../../desk/rota/rota-week.ts';
import { figureInWords, numberInWords, timeInWords } from '../figures/figure-words.ts';
import { useSaying } from '../figures/use-saying.ts';

type Props = { weeks: readonly WeekFigure[]; measure: MeasureText; isShown: boolean };

/** The numbers of a chart. While the chart is shown only a screen reader has it. */
export function WeekTable({ weeks, measure, isShown }: Props) {
  const { language } = useTab();
  const words = useWords(tabInsightsTexts).chart;
  const columns = useColumns(measure);
  return (
    <div className={isShown ? 'insights-scroll' : 'only-heard'}>
      <table className="insights-table" aria-label={`${measure.name}. ${words.byWeek}`}>
        <thead>
          <tr>
            <th scope="col">{words.week}</th>
            {columns.map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map(({ week, figure }) => (
            <tr key={week}>
              <th scope="row">{words.weekFrom(weekNumber(week), dateInWords(week, language))}</th>
              {columns.map(({ title, cell }) => (
                <td key={title}>{cell(figure)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type TableColumn = { readonly title: string; readonly cell: (figure: Figure) => string };

function useColumns(measure: MeasureText): readonly TableColumn[] {
  const words = useWords(tabInsightsTexts).chart;
  const saying = useSaying();
  const said = (figure: Figure) =>
    figure.denominator + figure.count === 0 ? '–' : figureInWords(figure, measure, saying);
  const count = ({ count }: Figure) => numberInWords(count, saying.language);
  const all = ({ denominator }: Figure) => numberInWords(denominator, saying.language);
  const p90 = (figure: Figure) =>
    figure.small || figure.p90 === null ? '–' : timeInWords(figure.p90, measure.clock, saying);
  const columns: Readonly<Record<MeasureText['unit'], readonly TableColumn[]>> = {
    share: [
      { title: words.share, cell: (figure) => (figure.small ? '–' : said(figure)) },
      { title: words.yes, cell: count },
      { title: words.all, cell: all },
    ],
    time: [
      { title: words.median, cell: said },
      { title: words.p90, cell: p90 },
      { title: words.cases, cell: all },
    ],
    count: [
      { title: words.count, cell: said },
      { title: words.all, cell: all },
    ],
    money: [
      { title: words.value, cell: said },
      { title: words.cases, cell: all },
    ],
  };
  return columns[measure.unit];
}
