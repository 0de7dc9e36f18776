import { useId } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { capital } from '#bot/i18n/tab-kinds.ts';
import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { type Filter, hashIn } from '../filter/filter.ts';
import { ChangeLine } from './change-line.tsx';
import { type Family, nameOf, toTable } from './families.ts';
import { FigureFacts } from './figure-facts.tsx';
import { Formula } from './formula.tsx';
import { Value } from './value.tsx';

type Props = { family: Family; filter: Filter };

/** A time in its four kinds: faults and requests apart, in service hours and round the clock. */
export function FamilyCard({ family, filter }: Props) {
  const words = useWords(tabInsightsTexts);
  const title = useId();
  const { clocks, rows } = toTable(family);
  return (
    <article className="insights-card insights-card-wide" aria-labelledby={title}>
      <h3 id={title}>{nameOf(family)}</h3>
      <table className="insights-family" aria-labelledby={title}>
        <thead>
          <tr>
            <td />
            {clocks.map((clock) => (
              <th key={clock ?? 'none'} scope="col">
                {clock === null ? '' : capital(words.clock[clock])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ type, cells }) => (
            <tr key={type ?? 'none'}>
              <th scope="row">{type === null ? '' : capital(words.type[type])}</th>
              {cells.map((cell, index) => (
                <td key={clocks[index] ?? 'none'}>{cell && <Cell of={cell} filter={filter} />}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="insights-card-foot">
        <Formula of={family.figures.map(({ measure }) => measure)} />
      </div>
    </article>
  );
}

function Cell({ of, filter }: { of: MeasureFigure; filter: Filter }) {
  return (
    <>
      <a className="insights-name" href={hashIn(filter, `/measures/${of.measure.id}`)}>
        <Value of={of} />
      </a>
      <FigureFacts of={of} casesIn={filter} />
      <ChangeLine of={of} />
    </>
  );
}
