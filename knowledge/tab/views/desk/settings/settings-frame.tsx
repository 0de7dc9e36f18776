import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { FormEvent, ReactNode } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { FailureMessage, failureInWords } from '../../../parts/failure-message.tsx';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { ConflictBox } from '../form/conflict-box.tsx';
import type { Editing } from '../form/use-stored.ts';
import type { DeskValue } from './use-desk-settings.ts';

type Props = {
  editing: Editing<DeskValue>;
  label: string;
  intro: string;
  /** Said when it is stored. */
  saved: string;
  /** Why it cannot be saved as it is; null when it can. */
  problem?: string | null;
  /** Instead of the ordinary save button. */
  actions?: ReactNode;
  describe?: (field: string, value: unknown) => string;
  children: (value: DeskValue) => ReactNode;
};

/** One list of the desk's settings with what all of them need: read-only, conflicts, faults, saving. */
export function SettingsFrame(props: Props) {
  const { editing, label, intro, saved, problem = null, actions, describe, children } = props;
  const { me, announce } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts);
  const isReadOnly = !me.roles.includes('admin');
  const { value, conflict, failure } = editing;
  if (editing.missing !== null)
    return <FailureMessage words={shell} failure={editing.missing} onRetry={editing.reload} />;
  if (value === null) return <Spinner className="waiting" label={shell.loading} />;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isReadOnly || problem !== null) return;
    if ((await editing.save()) !== null) announce(saved);
  };
  return (
    <form className="desk-settings" aria-label={label} onSubmit={(event) => void submit(event)} noValidate>
      <p>{intro}</p>
      {isReadOnly && <p className="muted">{words.forms.readOnly}</p>}
      {conflict !== null && (
        <ConflictBox
          conflict={conflict}
          nameOf={(field) => words.desk.fields[field]}
          onSettle={editing.settle}
          {...(describe ? { describe } : {})}
        />
      )}
      {children(value)}
      {failure !== null && (
        <Problem>
          {failure.faults.length > 0
            ? failure.faults.map(({ message }) => message).join(' ')
            : `${failureInWords(shell, failure)} ${words.forms.failed}`}
        </Problem>
      )}
      {problem !== null && editing.isChanged && <Problem>{problem}</Problem>}
      {!isReadOnly &&
        (actions ?? (
          <div className="desk-actions">
            <Button
              type="submit"
              appearance="primary"
              disabledFocusable={editing.isSaving || !editing.isChanged || problem !== null}
            >
              {editing.isSaving ? words.forms.saving : words.forms.save}
            </Button>
            <Button disabledFocusable={!editing.isChanged} onClick={editing.undo}>
              {words.forms.cancel}
            </Button>
          </div>
        ))}
    </form>
  );
}

function Problem({ children }: { children: string }) {
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}
