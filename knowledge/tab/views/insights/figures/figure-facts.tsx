import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { type Filter, hashIn } from '../filter/filter.ts';
import { basisOf, p90Of } from './figure-words.ts';
import { useSaying } from './use-saying.ts';

/** What a figure rests on, in one line. */
export function FigureFacts({ of: { measure, figure } }: { of: MeasureFigure }) {
  const saying = useSaying();
  const facts = [basisOf(figure, measure, saying), p90Of(figure, measure, saying)];
  const said = facts.filter((fact) => fact !== null);
  return said.length === 0 ? null : <p className="muted">{said.join(' · ')}</p>;
}

/** The way from a figure to the cases that it rests on. */
export function CasesLink({ of: { measure, figure }, filter }: { of: MeasureFigure; filter: Filter }) {
  const words = useWords(tabInsightsTexts).figure;
  if (figure.count + figure.denominator === 0) return null;
  return (
    <a
      className="insights-cases"
      href={hashIn(filter, `/measures/${measure.id}/cases`)}
      aria-label={words.casesOf(measure.name)}
    >
      {words.cases}
    </a>
  );
}
