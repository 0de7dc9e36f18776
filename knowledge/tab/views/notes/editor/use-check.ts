import { useEffect, useState } from 'react';
import type { NoteContent, NoteFault } from '#bot/web/api/contract/note-contract.ts';
import type { TriedDraft } from '#bot/web/api/contract/try-contract.ts';
import { useTab } from '../../../shell/tab-context.ts';

const pause = 700;

/** What the server finds in what is typed, after a short pause; the latest it said until then. Nothing before the first change. */
export function useCheck(id: string | null, folder: string, content: NoteContent, isTouched: boolean) {
  const { client } = useTab();
  const [faults, setFaults] = useState<readonly NoteFault[]>([]);
  useEffect(() => {
    if (!isTouched || folder === '') return;
    const abort = new AbortController();
    const draft: TriedDraft = { id, folder, content };
    const timer = setTimeout(() => {
      client
        .send<{ faults: NoteFault[] }>('POST', '/notes/check', draft, { signal: abort.signal })
        .then(({ faults: found }) => setFaults(found))
        // A check that fails says nothing: the save checks again.
        .catch(() => {});
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [client, id, folder, content, isTouched]);
  return { faults, setFaults };
}
