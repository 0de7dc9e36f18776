import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureText } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';

type Written = Pick<MeasureText, 'formula' | 'excluded'>;

/** How a figure is worked out, beside it: one press. Measures of a family often share a formula, which is then said once. */
export function Formula({ of }: { of: readonly Written[] }) {
  const words = useWords(tabInsightsTexts).figure;
  return (
    <details className="insights-formula">
      <summary>{words.formula}</summary>
      <FormulaText of={of} />
    </details>
  );
}

/** The same in the open. */
export function FormulaText({ of }: { of: readonly Written[] }) {
  const words = useWords(tabInsightsTexts).figure;
  const excluded = distinct(of.map((one) => one.excluded));
  return (
    <div className="insights-formula-text">
      {distinct(of.map(({ formula }) => formula)).map((formula) => (
        <p key={formula}>{formula}</p>
      ))}
      {excluded.length > 0 && (
        <p className="muted">
          {words.excluded}: {excluded.join(' ')}
        </p>
      )}
    </div>
  );
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts.filter((text) => text !== ''))];
}
