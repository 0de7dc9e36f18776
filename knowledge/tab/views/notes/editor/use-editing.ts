import { useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type {
  NoteConflict,
  NoteContent,
  NoteDetail,
  SavedNote,
} from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { hashOf, navigate } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';
import { conflictOf } from '../conflict/conflict-of.ts';
import type { Start } from './choose-start.ts';
import { focusField } from './field-box.tsx';
import { errorsInOrder, faultsOfFailure } from './form-state.ts';
import { useCheck } from './use-check.ts';
import { useContent } from './use-content.ts';
import { useDraft } from './use-draft.ts';
import { useOneAtATime } from './use-one-at-a-time.ts';
import { withoutBlanks } from './without-blanks.ts';

/** An edit from its start to its save: what is typed, kept, checked, saved, merged, or decided after a conflict. */
export function useEditing(note: NoteDetail, start: Start, onSaved: () => void) {
  const { client, announce } = useTab();
  const said = useSaid();
  const { content, isTouched, set, replace } = useContent(start.content);
  const [basedOn, setBasedOn] = useState(start.basedOn);
  const [conflict, setConflict] = useState<NoteConflict | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const saving = useOneAtATime();
  const folder = note.id.split('/')[0] ?? '';
  const { faults, setFaults } = useCheck(note.id, folder, content, isTouched);
  const draft = useDraft({ place: note.id, folder, content, basedOn, isTouched });
  const refused = (caught: ApiFailure) => {
    setFailure(caught);
    const found = faultsOfFailure(caught);
    if (found.length === 0) return;
    setFaults(found);
    setTimeout(() => focusField(errorsInOrder(found)[0]?.field ?? null));
  };
  const saveOnce = async (wanted: NoteContent, over: number) => {
    setFailure(null);
    try {
      const wish = { content: withoutBlanks(wanted), basedOn: over };
      const saved = await client.send<SavedNote>('PUT', `/notes/${note.id}`, wish);
      draft.end();
      announce(said(saved));
      onSaved();
      navigate(hashOf(`/notes/${note.id}`));
    } catch (error) {
      const caught = toFailure(error);
      const met = conflictOf(caught);
      setConflict(met);
      if (met === null) refused(caught);
    }
  };
  const save = (wanted: NoteContent = content, over: number = basedOn) =>
    saving.run(() => saveOnce(wanted, over));
  const goOnFrom = (decided: NoteContent, over: number) => {
    replace(decided);
    setBasedOn(over);
    setConflict(null);
  };
  const discard = async () => {
    draft.end();
    // A draft that stays behind on the server is offered again, no more.
    await client.send('DELETE', `/notes/${note.id}/draft`).catch(() => {});
    onSaved();
    navigate(hashOf(`/notes/${note.id}`));
  };
  return {
    content,
    set,
    basedOn,
    isTouched,
    faults,
    draft: draft.state,
    conflict,
    failure,
    isSaving: saving.isBusy,
    save,
    discard,
    goOnFrom,
  };
}

function useSaid(): (saved: SavedNote) => string {
  const words = useWords(noteFormTexts);
  const { fields } = useWords(notesTexts);
  return ({ mergedIn }) =>
    mergedIn.length === 0
      ? words.saved
      : words.savedAndMerged(mergedIn.map((field) => fields[field].toLowerCase()).join(', '));
}
