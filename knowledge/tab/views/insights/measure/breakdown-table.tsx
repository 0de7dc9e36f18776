import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { capital } from '#bot/i18n/tab-kinds.ts';
import type { BreakdownBy, Figure, MeasureBreakdown } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { Bar } from '../charts/bar.tsx';
import { basisOf, figureInWords } from '../figures/figure-words.ts';
import { useSaying } from '../figures/use-saying.ts';
import { type Filter, filterNames, hashIn } from '../filter/filter.ts';

type Props = { of: MeasureBreakdown; filter: Filter };

/** A table whose rows have bars: read by everybody alike. */
export function BreakdownTable({ of, filter }: Props) {
  const words = useWords(tabInsightsTexts).breakdown;
  const { measure, by, rows, tooFew, withheld } = of;
  if (withheld) return <Withheld />;
  if (rows.length === 0 && tooFew === null) return <p className="muted">{words.none}</p>;
  const most = measure.unit === 'share' ? 1 : Math.max(0, ...rows.map(({ figure }) => sizeOf(figure, of)));
  const partOf = (figure: Figure) => (most === 0 ? 0 : sizeOf(figure, of) / most);
  return (
    <>
      <div className="insights-scroll">
        <table
          className="insights-table insights-spread"
          aria-label={`${measure.name}. ${words.title} ${words.of[by]}`}
        >
          <thead>
            <tr>
              <th scope="col">{capital(words.of[by])}</th>
              <th scope="col">{words.value}</th>
              <td aria-hidden="true" />
              <th scope="col">{words.basis}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ value, label, figure }) => (
              <tr key={value}>
                <th scope="row">
                  <RowName by={by} value={value} label={label} id={measure.id} filter={filter} />
                </th>
                <Cells figure={figure} of={of} part={partOf(figure)} />
              </tr>
            ))}
            {tooFew !== null && (
              <tr className="insights-too-few">
                <th scope="row">{words.tooFew(tooFew.rows)}</th>
                <Cells figure={tooFew.figure} of={of} part={partOf(tooFew.figure)} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      {(by === 'site' || by === 'contractor') && <p className="muted">{words.order}</p>}
    </>
  );
}

function Cells({ figure, of: { measure }, part }: { figure: Figure; of: MeasureBreakdown; part: number }) {
  const saying = useSaying();
  return (
    <>
      <td className="insights-number">{figureInWords(figure, measure, saying)}</td>
      <td aria-hidden="true">{figure.value !== null && <Bar part={part} />}</td>
      <td className="insights-number muted">{basisOf(figure, measure, saying) ?? '–'}</td>
    </>
  );
}

/** Said with the reason, not left blank. */
function Withheld() {
  const words = useWords(tabInsightsTexts).breakdown;
  return (
    <div className="insights-empty">
      <strong>{words.withheld}</strong>
      <p>{words.withheldBody}</p>
    </div>
  );
}

type NameProps = { by: BreakdownBy; value: string; label: string; id: string; filter: Filter };

/** Leads to the same figure of that part alone, where one can choose it. */
function RowName({ by, value, label, id, filter }: NameProps) {
  const words = useWords(tabInsightsTexts).breakdown;
  const name = filterNames.find((one) => one === by);
  if (name === undefined) return label;
  return (
    <a
      className="insights-name"
      href={hashIn({ ...filter, [name]: value }, `/measures/${id}`)}
      title={words.only(label)}
    >
      {label}
    </a>
  );
}

/** How long a bar is: a share of a hundred, else the number against the highest. Too few have none. */
function sizeOf({ value, count }: Figure, { measure }: MeasureBreakdown): number {
  return measure.unit === 'count' ? count : (value ?? 0);
}
