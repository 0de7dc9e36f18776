import { type ReactNode, useId } from 'react';
import { tabInsightsTexts } from '#bot/i18n/tab-insights.ts';
import type { ExpectedEffect } from '#bot/web/api/contract/insights-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { Bar } from '../charts/bar.tsx';

type Props = {
  title: string;
  facts: readonly string[];
  /** Null where nothing can be replayed: a talk. */
  effect: ExpectedEffect | null;
  caseNumbers?: readonly string[];
  /** The one thing to press. */
  way?: ReactNode;
  children?: ReactNode;
};

/** What to do, why, what it would have changed, and the way there. */
export function HelpPiece({ title, facts, effect, caseNumbers = [], way, children }: Props) {
  const words = useWords(tabInsightsTexts).help;
  const id = useId();
  return (
    <li className="insights-card insights-piece" aria-labelledby={id}>
      <div>
        <h4 id={id}>{title}</h4>
        {facts.map((fact) => (
          <p key={fact} className="muted">
            {fact}
          </p>
        ))}
        {children}
        {caseNumbers.length > 0 && (
          <p className="muted">
            {words.caseNumbers}: {caseNumbers.join(', ')}
          </p>
        )}
      </div>
      {effect !== null && (
        <div className="insights-effect">
          <small>{words.effect}</small>
          <strong>{words.changed(effect.changed, effect.replayed)}</strong>
          <Bar part={effect.replayed === 0 ? 0 : effect.changed / effect.replayed} />
          <span>{effect.words}</span>
        </div>
      )}
      {way !== undefined && <div className="insights-way">{way}</div>}
    </li>
  );
}
