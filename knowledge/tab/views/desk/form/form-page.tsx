import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { type FormEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from 'react';
import type { TabTexts } from '#bot/i18n/tab.ts';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { FailureMessage, failureInWords } from '../../../parts/failure-message.tsx';
import { hashOf, navigate } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { ConflictBox } from './conflict-box.tsx';
import { loneFaults } from './faults.ts';
import { RemoveButton } from './remove-button.tsx';
import type { Editing } from './use-stored.ts';

type Props<T extends { name: string }> = {
  editing: Editing<T>;
  title: string;
  /** The list that it belongs to: `/desk/sites`. */
  list: string;
  fieldNames: Readonly<Record<string, string>>;
  isReadOnly: boolean;
  /** Looks before anything is sent; false: something is marked. */
  check?: () => boolean;
  remove?: (basedOn: number) => Promise<unknown>;
  children: (value: T) => ReactNode;
};

/** The frame of a form: its name, what went wrong, save and remove. */
export function FormPage<T extends { name: string }>(props: Props<T>) {
  const { editing, title, list, fieldNames, isReadOnly, check, remove, children } = props;
  const { announce } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts).forms;
  const heading = useId();
  const form = useRef<HTMLFormElement>(null);
  const focusFault = useFaultFocus(form);
  const { value, conflict, failure } = editing;
  if (editing.missing !== null) return <Missing list={list} editing={editing} />;
  if (value === null) return <Spinner className="waiting" label={shell.loading} />;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isReadOnly) return;
    if (check && !check()) return focusFault();
    const wasNew = editing.version === null;
    const saved = await editing.save();
    if (saved === null) return focusFault();
    announce(words.saved(saved.name));
    if (wasNew) navigate(hashOf(list));
  };
  return (
    <form
      className="desk-form"
      aria-labelledby={heading}
      onSubmit={(event) => void submit(event)}
      noValidate
      ref={form}
    >
      <a className="desk-back" href={hashOf(list)}>
        {words.back}
      </a>
      <h2 id={heading}>{value.name.trim() === '' || editing.version === null ? title : value.name}</h2>
      {isReadOnly && <Message intent="info">{words.readOnly}</Message>}
      {conflict !== null && (
        <ConflictBox
          conflict={conflict}
          nameOf={(field) => fieldNames[field] ?? field}
          onSettle={editing.settle}
        />
      )}
      {children(value)}
      {failure !== null && (
        <Message intent="error">
          {failure.kind === 'not-found' ? words.gone : saidOf(failure, fieldNames, { shell, words })}
        </Message>
      )}
      {!isReadOnly && (
        <div className="desk-actions">
          <Button
            type="submit"
            appearance="primary"
            disabledFocusable={editing.isSaving || !editing.isChanged}
          >
            {editing.isSaving ? words.saving : words.save}
          </Button>
          <Button disabledFocusable={!editing.isChanged} onClick={editing.undo}>
            {words.cancel}
          </Button>
          {remove && editing.version !== null && (
            <RemoveButton name={value.name} list={list} remove={() => remove(editing.version ?? 0)} />
          )}
        </div>
      )}
    </form>
  );
}

/** Its own sentence, what belongs to no field, and that nothing is lost. */
function saidOf(
  failure: ApiFailure,
  fieldNames: Readonly<Record<string, string>>,
  { shell, words }: { shell: TabTexts; words: { faults: string; failed: string } },
): string {
  const lone = loneFaults(failure, fieldNames);
  if (lone.length > 0) return lone.join(' ');
  return failure.faults.length > 0 ? words.faults : `${failureInWords(shell, failure)} ${words.failed}`;
}

function Message({ intent, children }: { intent: 'info' | 'error'; children: ReactNode }) {
  return (
    <MessageBar intent={intent} layout="multiline" role={intent === 'error' ? 'alert' : 'note'}>
      <MessageBarBody>{children}</MessageBarBody>
    </MessageBar>
  );
}

function Missing<T>({ list, editing }: { list: string; editing: Editing<T> }) {
  const shell = useShellWords();
  const words = useWords(tabDeskTexts).forms;
  if (editing.missing === null) return null;
  return (
    <>
      <a href={hashOf(list)}>{words.back}</a>
      {editing.missing.kind === 'not-found' ? (
        <p>{words.notFound}</p>
      ) : (
        <FailureMessage words={shell} failure={editing.missing} onRetry={editing.reload} />
      )}
    </>
  );
}

/** Leads to what is marked once it is on the screen: what was marked just before is rendered with this. */
function useFaultFocus(form: RefObject<HTMLFormElement | null>): () => void {
  const [times, setTimes] = useState(0);
  useEffect(() => {
    if (times > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [times, form]);
  return () => setTimes((before) => before + 1);
}
