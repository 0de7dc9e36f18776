import { useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteContent, SavedNote } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { hashOf, navigate } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';
import { focusField } from './field-box.tsx';
import { errorsInOrder, faultsOfFailure } from './form-state.ts';
import { useCheck } from './use-check.ts';
import { useContent } from './use-content.ts';
import { useDraft } from './use-draft.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';
import { withoutBlanks } from './without-blanks.ts';

/** A new note from its first word to its first save, as a draft. */
export function useCreating(start: { folder: string; content: NoteContent }, onSaved: () => void) {
  const words = useWords(noteFormTexts);
  const { client, announce } = useTab();
  const [folder, setFolder] = useState(start.folder);
  const [asked, setAsked] = useState(false);
  const { content, isTouched, set } = useContent(start.content);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const saving = useOneAtATime();
  const { faults, setFaults } = useCheck(null, folder, content, isTouched);
  const draft = useDraft({ place: 'new', folder, content, basedOn: null, isTouched });
  const create = async () => {
    const wish = { folder, name: null, content: withoutBlanks(content) };
    const { note } = await client.send<SavedNote>('POST', '/notes', wish);
    draft.end();
    announce(words.saved);
    onSaved();
    navigate(hashOf(`/notes/${note.id}`));
  };
  const refused = (error: unknown) => {
    const caught = toFailure(error);
    const found = faultsOfFailure(caught);
    setFailure(caught);
    if (found.length === 0) return;
    setFaults(found);
    setTimeout(() => focusField(errorsInOrder(found)[0]?.field ?? null));
  };
  const save = async () => {
    setFailure(null);
    setAsked(true);
    if (folder === '') return document.getElementById('new-folder')?.focus();
    if (content.title.trim() === '') {
      setFaults([{ field: 'title', level: 'error', message: words.needsTitle }]);
      return focusField('title');
    }
    await saving.run(() => create().catch(refused));
  };
  const discard = () => {
    draft.end();
    navigate(hashOf('/notes', { site: folder }));
  };
  return {
    folder,
    setFolder,
    needsFolder: asked && folder === '',
    content,
    set,
    isTouched,
    faults,
    failure,
    draft: draft.state,
    isSaving: saving.isBusy,
    save,
    discard,
  };
}
