import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { TabTexts } from '#bot/i18n/tab.ts';
import type { ApiFailure } from '../api/api-failure.ts';

type Props = { words: TabTexts; failure: ApiFailure; onRetry?: (() => void) | undefined };

/** What went wrong, in the server's sentence or ours, what to do, and the number to quote. */
export function FailureMessage({ words, failure, onRetry }: Props) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert" className="failure">
      <MessageBarBody>
        {failureInWords(words, failure)}
        {failure.reference !== null && <small> {words.reference(failure.reference)}</small>}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button onClick={onRetry}>{words.retry}</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

/** An expired sign-in is always said in our words: they add that nothing is lost. */
export function failureInWords(words: TabTexts, failure: ApiFailure): string {
  if (failure.kind === 'not-signed-in' || failure.message === '') return words.failures[failure.kind];
  return failure.message;
}
