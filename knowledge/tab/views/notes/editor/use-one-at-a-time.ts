import { useRef, useState } from 'react';

/** Runs something that must not run twice at once: a second press meanwhile does nothing. */
export function useOneAtATime() {
  const isRunning = useRef(false);
  const [isBusy, setBusy] = useState(false);
  const run = async (act: () => Promise<void>): Promise<void> => {
    // The state would be a press late: it changes with the next rendering.
    if (isRunning.current) return;
    isRunning.current = true;
    setBusy(true);
    await act().finally(() => {
      isRunning.current = false;
      setBusy(false);
    });
  };
  return { isBusy, run };
}
