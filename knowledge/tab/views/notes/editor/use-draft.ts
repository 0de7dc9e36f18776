import { useEffect, useRef, useState } from 'react';
import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { useTab } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';
import { createDraftKeeper } from './draft-keeper.ts';

export type DraftState =
  | { readonly kind: 'clean' | 'saving' | 'local' | 'kept' }
  | { readonly kind: 'saved'; readonly at: string };

type Draft = {
  /** The note's id, or `new`. */
  readonly place: string;
  readonly folder: string;
  readonly content: NoteContent;
  readonly basedOn: number | null;
  readonly isTouched: boolean;
};

const pause = 1_200;
const tryAgainAfter = 8_000;

/**
 * Keeps what is typed: in the browser at once, on the server after a short pause. While the server cannot be reached
 * it tries again. A new note has no place on the server yet.
 */
export function useDraft({ place, folder, content, basedOn, isTouched }: Draft) {
  const { client, me } = useTab();
  const [state, setState] = useState<DraftState>({ kind: 'clean' });
  const isOver = useRef(false);
  const isSending = useRef(false);
  useEffect(() => {
    if (!isTouched || isOver.current) return;
    const at = new Date().toISOString();
    createDraftKeeper(localStorage, me.upn).keep(place, { content, basedOn, folder, at });
    if (basedOn === null) return setState({ kind: 'local' });
    const abort = new AbortController();
    let timer = setTimeout(send, pause);
    async function send() {
      if (isOver.current) return;
      setState({ kind: 'saving' });
      isSending.current = true;
      try {
        const wish = { content, basedOn };
        const saved = await client.send<{ at: string }>('PUT', `/notes/${place}/draft`, wish, {
          signal: abort.signal,
        });
        setState({ kind: 'saved', at: saved.at });
      } catch (error) {
        if (abort.signal.aborted) return;
        const mayComeBack = isPassing(toFailure(error));
        setState({ kind: mayComeBack ? 'kept' : 'local' });
        if (mayComeBack) timer = setTimeout(send, tryAgainAfter);
      } finally {
        isSending.current = false;
      }
    }
    return () => {
      abort.abort();
      clearTimeout(timer);
    };
  }, [client, me.upn, place, folder, content, basedOn, isTouched]);
  /** After a save, or when it is discarded: nothing is kept any more. */
  const end = () => {
    isOver.current = true;
    createDraftKeeper(localStorage, me.upn).drop(place);
    // A draft that is on its way may arrive after the save that made it needless.
    if (isSending.current) void client.send('DELETE', `/notes/${place}/draft`).catch(() => {});
  };
  return { state, end };
}

/** Worth another try: the rest (no longer allowed, taken away) is told when it is saved. */
function isPassing({ kind }: ApiFailure): boolean {
  return kind === 'unreachable' || kind === 'unavailable' || kind === 'too-many' || kind === 'not-signed-in';
}
