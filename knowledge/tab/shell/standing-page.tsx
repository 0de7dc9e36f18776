import { Button, Spinner } from '@fluentui/react-components';
import type { TabTexts } from '#bot/i18n/tab.ts';
import type { ApiFailure } from '../api/api-failure.ts';
import { FailureMessage } from '../parts/failure-message.tsx';
import { ViewHeading } from '../parts/view-heading.tsx';

/** Pages that stand alone: while opening, for whoever may not come in, and for what is not there. */
export function Opening({ label }: { label: string }) {
  return (
    <main className="standing">
      <Spinner label={label} />
    </main>
  );
}

/** Outside Teams there is no sign-in to be had; inside it, it failed and may be tried again. */
export function NotSignedIn({ words, onRetry }: { words: TabTexts; onRetry: (() => void) | null }) {
  const { signIn } = words;
  return (
    <main className="standing">
      <h1>{onRetry ? signIn.failed : signIn.title}</h1>
      <p>{onRetry ? signIn.failedBody : signIn.body}</p>
      {onRetry && (
        <Button appearance="primary" onClick={onRetry}>
          {words.retry}
        </Button>
      )}
    </main>
  );
}

export function NoRole({ words }: { words: TabTexts }) {
  return (
    <main className="standing">
      <h1>{words.signIn.notEditor}</h1>
      <p>{words.signIn.notEditorBody}</p>
    </main>
  );
}

type UnavailableProps = { words: TabTexts; failure: ApiFailure; onRetry: () => void };
export function Unavailable({ words, failure, onRetry }: UnavailableProps) {
  return (
    <main className="standing">
      <h1>{words.product}</h1>
      <FailureMessage words={words} failure={failure} onRetry={onRetry} />
    </main>
  );
}

export function UnknownPage({ words }: { words: TabTexts }) {
  return (
    <div className="standing">
      <ViewHeading>{words.unknownPage}</ViewHeading>
      <p>{words.unknownPageHelp}</p>
      <Button as="a" href="#/notes" appearance="primary">
        {words.toNotes}
      </Button>
    </div>
  );
}
