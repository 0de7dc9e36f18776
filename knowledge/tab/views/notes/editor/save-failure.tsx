import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteFault } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { useShellWords, useWords } from '../../../shell/tab-context.ts';
import { errorsInOrder } from './form-state.ts';

type Props = { failure: ApiFailure | null; faults: readonly NoteFault[]; onSaveAsNew?: () => void };

/** Why it was not saved, and what to do. The text is kept in any case. */
export function SaveFailure({ failure, faults, onSaveAsNew }: Props) {
  const words = useWords(noteFormTexts);
  const shell = useShellWords();
  if (failure === null) return null;
  const errors = errorsInOrder(faults).length;
  if (failure.faults.length > 0 && errors > 0) return <Said text={words.faults(errors)} />;
  if (failure.kind === 'not-found' && onSaveAsNew) {
    return (
      <Said text={words.gone}>
        <Button onClick={onSaveAsNew}>{words.saveAsNew}</Button>
      </Said>
    );
  }
  return <FailureMessage words={shell} failure={failure} />;
}

function Said({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert" className="failure">
      <MessageBarBody>{text}</MessageBarBody>
      {children && <MessageBarActions>{children}</MessageBarActions>}
    </MessageBar>
  );
}
