import { useRef, useState } from 'react';
import { tabTryTexts } from '#bot/i18n/tab-try.ts';
import type { TryQuestion, TryResult } from '#bot/web/api/contract/try-contract.ts';
import './try.css';
import type { ApiFailure } from '../../api/api-failure.ts';
import { FailureMessage } from '../../parts/failure-message.tsx';
import { ViewHeading } from '../../parts/view-heading.tsx';
import { useShellWords, useTab, useWords } from '../../shell/tab-context.ts';
import { toFailure } from '../../shell/use-load.ts';
import { QuestionForm } from './question-form.tsx';
import { Result } from './result.tsx';

type Stand = {
  readonly isAsking: boolean;
  readonly result: TryResult | null;
  readonly failure: ApiFailure | null;
};

/** Ask as anybody, and see what Vaktis would do and why. Nothing is stored. */
export function TryView() {
  const { client } = useTab();
  const shell = useShellWords();
  const words = useWords(tabTryTexts);
  const [stand, setStand] = useState<Stand>({ isAsking: false, result: null, failure: null });
  const last = useRef<AbortController | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const ask = async (question: TryQuestion) => {
    last.current?.abort();
    const abort = new AbortController();
    last.current = abort;
    setStand((before) => ({ ...before, isAsking: true, failure: null }));
    try {
      const result = await client.send<TryResult>('POST', '/try', question, { signal: abort.signal });
      setStand({ isAsking: false, result, failure: null });
      heading.current?.focus();
    } catch (error) {
      // A later question has taken its place.
      if (abort.signal.aborted) return;
      setStand((before) => ({ ...before, isAsking: false, failure: toFailure(error) }));
    }
  };
  return (
    <div className="try">
      <div className="try-head">
        <ViewHeading>{words.title}</ViewHeading>
        <p>{words.intro}</p>
      </div>
      <QuestionForm isAsking={stand.isAsking} onAsk={(question) => void ask(question)} />
      <section className="try-result" aria-labelledby="try-result">
        <h2 id="try-result" tabIndex={-1} ref={heading}>
          {words.result}
        </h2>
        {stand.failure !== null && <FailureMessage words={shell} failure={stand.failure} />}
        {stand.result === null ? (
          <p className="try-waiting">{words.waiting}</p>
        ) : (
          <Result result={stand.result} />
        )}
      </section>
    </div>
  );
}
