import { useState } from 'react';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { WorkItem } from '#bot/web/api/contract/work-contract.ts';
import { failureInWords } from '../../parts/failure-message.tsx';
import { useShellWords, useTab, useWords } from '../../shell/tab-context.ts';
import { toFailure } from '../../shell/use-load.ts';
import { type Decision, titleOf } from './heaps.ts';

type Stand = { readonly isSending: boolean; readonly problem: string | null };
const still: Stand = { isSending: false, problem: null };

/** Sends a decision once, however often the button is pressed, and says what came of it. */
export function useDecide(item: WorkItem, onDone: () => void) {
  const { client, announce } = useTab();
  const words = useWords(tabWorkTexts);
  const shell = useShellWords();
  const [stand, setStand] = useState(still);

  const decide = async (decision: Decision, wording?: string) => {
    if (stand.isSending) return;
    setStand({ isSending: true, problem: null });
    try {
      const machineMade = 'machineMade' in item ? { machineMade: item.machineMade } : {};
      const body = { decision, ...machineMade, ...(wording === undefined ? {} : { wording }) };
      await client.send('POST', `/work/${item.kind}/${encodeURIComponent(item.id)}`, body);
      announce(words.done[decision](titleOf(item)));
      onDone();
    } catch (error) {
      const failure = toFailure(error);
      if (failure.kind === 'not-found' || failure.kind === 'conflict') {
        announce(words.gone);
        onDone();
      } else if (failure.kind === 'invalid-input' || failure.kind === 'not-allowed')
        setStand({ isSending: false, problem: failureInWords(shell, failure) });
      else setStand({ isSending: false, problem: words.failed });
    }
  };
  return { ...stand, decide };
}
