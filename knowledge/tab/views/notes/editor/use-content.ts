import { useCallback, useState } from 'react';
import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import type { NoteForm } from './form-state.ts';

/** What is in the form, and whether anything was typed since it was opened or saved. */
export function useContent(start: NoteContent) {
  const [content, setContent] = useState(start);
  const [isTouched, setTouched] = useState(false);
  const set: NoteForm['set'] = useCallback((field, value) => {
    setTouched(true);
    setContent((before) => ({ ...before, [field]: value }));
  }, []);
  const replace = useCallback((whole: NoteContent) => {
    setTouched(true);
    setContent(whole);
  }, []);
  return { content, isTouched, set, replace };
}
