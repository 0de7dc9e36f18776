import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { type Filter, hashIn } from '../filter/filter.ts';
import { basisOf, p90Of } from './figure-words.ts';
import { useSeesCases } from './sees-cases.ts';
import { useSaying } from './use-saying.ts';

type Shown = { of: Pick<MeasureFigure, 'measure' | 'figure'> };

/** What a figure rests on, in one line. With `casesIn` that is the way to its cases, where there is no room for another. */
export function FigureFacts({ of: { measure, figure }, casesIn }: Shown & { casesIn?: Filter }) {
  const saying = useSaying();
  const seesCases = useSeesCases();
  const basis = basisOf(figure, measure, saying);
  const p90 = p90Of(figure, measure, saying);
  if (basis === null) return null;
  return (
    <p className="muted">
      {casesIn && seesCases ? (
        <a href={hashIn(casesIn, `/measures/${measure.id}/cases`)} aria-label={`${basis}: ${measure.name}`}>
          {basis}
        </a>
      ) : (
        basis
      )}
      {p90 !== null && ` · ${p90}`}
    </p>
  );
}

/** The way from a figure to the cases that it rests on. */
export function CasesLink({ of: { measure, figure }, filter }: Shown & { filter: Filter }) {
  const words = useWords(tabInsightsTexts).figure;
  const seesCases = useSeesCases();
  if (!seesCases || figure.count + figure.denominator === 0) return null;
  return (
    <a
      className="insights-cases"
      href={hashIn(filter, `/measures/${measure.id}/cases`)}
      aria-label={words.showOf(measure.name)}
    >
      {words.show}
    </a>
  );
}
