import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { type Family, type FigureGroup, nameOf } from '../figures/families.ts';
import { FormulaText } from '../figures/formula.tsx';

/** On paper nothing can be pressed: the formulas stand after the figures. */
export function PrintedFormulas({ groups }: { groups: readonly FigureGroup[] }) {
  const words = useWords(tabInsightsTexts).figure;
  const families: readonly Family[] = groups.flatMap((group) =>
    group.families.flatMap((family) => [family, ...family.parts]),
  );
  return (
    <section className="insights-on-paper insights-formulas" aria-label={words.formulas}>
      <h2>{words.formulas}</h2>
      <dl>
        {families.map((family) => (
          <div key={family.id}>
            <dt>{nameOf(family)}</dt>
            <dd>
              <FormulaText of={family.figures.map(({ measure }) => measure)} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
