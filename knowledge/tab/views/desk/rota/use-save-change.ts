import { useState } from 'react';
import { tabDeskTexts } from '#bot/i18n/tab-desk.ts';
import { failureInWords } from '../../../parts/failure-message.tsx';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';
import { withoutName } from '../technicians/technician-page.tsx';
import type { TechnicianInStore } from '../technicians/use-technicians.ts';
import { applyChange, type RotaChange } from './rota-change.ts';
import { useRotaWords } from './rota-words.ts';

/** Somebody else's save in between is no hindrance: the change is laid over what is stored then. So often at most. */
const mostTries = 3;

/** Saves one change of a technician's week and says so. `save` is true when it is stored. */
export function useSaveChange(technician: TechnicianInStore) {
  const { client, announce } = useTab();
  const shell = useShellWords();
  const words = useWords(tabDeskTexts).rota;
  const { period } = useRotaWords();
  const [stand, setStand] = useState<{ isSaving: boolean; problem: string | null }>(still);
  const path = `/desk/technicians/${encodeURIComponent(technician.value.upn)}`;

  const store = async (change: RotaChange): Promise<void> => {
    let stored = technician;
    for (let attempt = 1; ; attempt += 1) {
      const value = applyChange(withoutName(stored.value), change);
      try {
        await client.send('PUT', path, { basedOn: stored.version, value });
        return;
      } catch (error) {
        if (toFailure(error).kind !== 'conflict' || attempt === mostTries) throw error;
        stored = await client.get<TechnicianInStore>(path);
      }
    }
  };
  const save = async (change: RotaChange): Promise<boolean> => {
    if (stand.isSaving) return false;
    setStand({ isSaving: true, problem: null });
    try {
      await store(change);
      const { name } = technician.value;
      announce(
        change.kind === 'remove'
          ? words.saved.remove(name)
          : words.saved[change.kind](name, period(change.period)),
      );
      setStand(still);
      return true;
    } catch (error) {
      const failure = toFailure(error);
      const isSaid = failure.kind === 'invalid-input' || failure.kind === 'not-allowed';
      setStand({ isSaving: false, problem: isSaid ? failureInWords(shell, failure) : words.failed });
      return false;
    }
  };
  return { ...stand, save };
}

const still = { isSaving: false, problem: null };
