import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { MeasureFigure } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { figureInWords } from './figure-words.ts';
import { judgeChange } from './judge-change.ts';
import { useSaying } from './use-saying.ts';

/** How it was the time before, and whether that is a difference at all. Said in words: colour alone tells nobody. */
export function ChangeLine({ of: { measure, figure, before } }: { of: MeasureFigure }) {
  const words = useWords(tabInsightsTexts).figure;
  const saying = useSaying();
  if (before === null || before.denominator + before.count === 0) return null;
  // A time of too few has no number to set beside this one.
  if (measure.unit === 'time' && before.value === null) return null;
  const change = judgeChange(figure, before, measure);
  return (
    <p className="insights-change" data-change={change}>
      {change !== 'unknown' && <span className="insights-verdict">{words[change]}</span>}
      <span className="muted">{words.before(figureInWords(before, measure, saying))}</span>
    </p>
  );
}
