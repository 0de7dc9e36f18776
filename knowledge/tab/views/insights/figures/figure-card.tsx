import { useId } from 'react';
import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { type Filter, hashIn } from '../filter/filter.ts';
import { ChangeLine } from './change-line.tsx';
import { type Family, shapeOf } from './families.ts';
import { CasesLink, FigureFacts } from './figure-facts.tsx';
import { Formula } from './formula.tsx';
import { Reasons } from './reasons.tsx';
import { Value } from './value.tsx';

type Props = { of: MeasureFigure; parts: readonly Family[]; filter: Filter };

/** One figure: what it is, what it was, what it rests on, how it is worked out, and the way to its cases. */
export function FigureCard({ of, parts, filter }: Props) {
  const title = useId();
  const { measure } = of;
  const single = parts.flatMap((part) => (shapeOf(part) === 'one' ? part.figures : []));
  const reasons = parts.filter((part) => shapeOf(part) === 'reasons');
  return (
    <article
      className={parts.length > 0 ? 'insights-card insights-card-wide' : 'insights-card'}
      aria-labelledby={title}
    >
      <h3 id={title}>
        <a className="insights-name" href={hashIn(filter, `/measures/${measure.id}`)}>
          {measure.name}
        </a>
      </h3>
      <div className="insights-halves">
        <div className="insights-figure">
          <Value of={of} />
          <FigureFacts of={of} />
          <ChangeLine of={of} />
        </div>
        {single.map((part) => (
          <div key={part.measure.id} className="insights-figure insights-figure-small">
            <a className="insights-name" href={hashIn(filter, `/measures/${part.measure.id}`)}>
              {part.measure.name}
            </a>
            <Value of={part} />
            <ChangeLine of={part} />
          </div>
        ))}
        {reasons.map((part) => (
          <Reasons key={part.id} family={part} filter={filter} />
        ))}
      </div>
      <div className="insights-card-foot">
        <Formula of={[measure, ...single.map((part) => part.measure)]} />
        <CasesLink of={of} filter={filter} />
      </div>
    </article>
  );
}
