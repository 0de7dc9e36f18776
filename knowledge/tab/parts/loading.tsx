import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useShellWords } from '../shell/tab-context.ts';
import type { Loaded } from '../shell/use-load.ts';
import { FailureMessage } from './failure-message.tsx';
import { ViewHeading } from './view-heading.tsx';

type Props<T> = {
  of: Loaded<T>;
  /** The view's heading while there is nothing to show, where what is fetched brings the heading. */
  heading?: string;
  children: (value: T) => ReactNode;
};

/** Shows what was fetched; until then a spinner, and a sentence when it failed. An old value stays while it is fetched again. */
export function Loading<T>({ of, heading, children }: Props<T>) {
  const words = useShellWords();
  return (
    <>
      {of.value === null && heading !== undefined && <ViewHeading>{heading}</ViewHeading>}
      {of.failure !== null && <FailureMessage words={words} failure={of.failure} onRetry={of.reload} />}
      {of.value !== null && children(of.value)}
      {of.value === null && of.failure === null && <Spinner className="waiting" label={words.loading} />}
    </>
  );
}
