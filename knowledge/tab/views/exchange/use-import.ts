import { useState } from 'react';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import { failureInWords } from '../../parts/failure-message.tsx';
import { useShellWords, useTab, useWords } from '../../shell/tab-context.ts';
import { toFailure } from '../../shell/use-load.ts';
import { batchesOf, type ChosenNote } from './import-choice.ts';

type Props = {
  notes: readonly ChosenNote[];
  /** What is left to save when it went wrong half-way. */
  onLeft: (notes: ChosenNote[]) => void;
  onSaved: (count: number) => void;
};

/** Makes drafts of the chosen notes. What is made once is not sent again. */
export function useImport({ notes, onLeft, onSaved }: Props) {
  const { client } = useTab();
  const shell = useShellWords();
  const words = useWords(tabExchangeTexts);
  const [stand, setStand] = useState<{ isSaving: boolean; problem: string | null }>({
    isSaving: false,
    problem: null,
  });
  const save = async () => {
    if (stand.isSaving) return;
    setStand({ isSaving: true, problem: null });
    const chosen = notes.filter((note) => note.chosen);
    let made = 0;
    try {
      for (const batch of batchesOf(notes)) {
        await client.send('POST', '/import', { notes: batch });
        made += batch.length;
      }
      onSaved(made);
    } catch (error) {
      const done = new Set(chosen.slice(0, made).map(({ key }) => key));
      onLeft(notes.filter(({ key }) => !done.has(key)));
      const failed = words.savedSome(made, chosen.length - made);
      const why = failureInWords(shell, toFailure(error));
      setStand({ isSaving: false, problem: `${made > 0 ? failed : words.saveFailed} ${why}` });
    }
  };
  return { ...stand, save };
}
