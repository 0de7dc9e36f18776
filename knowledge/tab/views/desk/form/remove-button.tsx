import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { failureInWords } from '../../../parts/failure-message.tsx';
import { hashOf, navigate } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';

type Props = { name: string; list: string; remove: () => Promise<unknown> };

/** Asks once more before something is taken away. */
export function RemoveButton({ name, list, remove }: Props) {
  const { announce } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts).forms;
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async () => {
    try {
      await remove();
      announce(words.removed(name));
      navigate(hashOf(list));
    } catch (error) {
      setProblem(failureInWords(shell, toFailure(error)));
    }
  };
  if (!isAsking)
    return (
      <Button appearance="subtle" className="desk-remove" onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
    );
  return (
    <fieldset className="desk-sure" aria-label={words.removeSure(name)}>
      <p>
        <strong>{words.removeSure(name)}</strong> {words.removeHint}
      </p>
      {problem !== null && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{problem}</MessageBarBody>
        </MessageBar>
      )}
      <Button onClick={() => void go()}>{words.remove}</Button>
      <Button appearance="primary" autoFocus onClick={() => setAsking(false)}>
        {words.keep}
      </Button>
    </fieldset>
  );
}
