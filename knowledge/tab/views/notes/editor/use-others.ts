import { useEffect, useState } from 'react';
import type { NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import { useTab } from '../../../shell/tab-context.ts';
import { noteApi } from '../notes-api.ts';

const every = 20_000;

/** Who else is writing in the note, and whether somebody saved since `basedOn`; looked up now and then. */
export function useOthers(note: NoteDetail, basedOn: number) {
  const { client } = useTab();
  const [latest, setLatest] = useState(note);
  useEffect(() => {
    const abort = new AbortController();
    const look = () =>
      noteApi(client, note.id)
        .read(abort.signal)
        .then(setLatest)
        // It is looked up again soon.
        .catch(() => {});
    const timer = setInterval(() => void look(), every);
    return () => {
      clearInterval(timer);
      abort.abort();
    };
  }, [client, note.id]);
  return {
    names: latest.alsoEditing.map(({ name }) => name),
    savedMeanwhile: latest.version > basedOn,
  };
}
