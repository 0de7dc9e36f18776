import { Field, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteContent, NoteFault, SavedNote } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { dropSeed, emptyContent, findSeed } from '../../../parts/start-note.ts';
import { ViewHeading } from '../../../parts/view-heading.tsx';
import { hashOf, navigate, useRoute } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';
import { sharedFolder, useSites } from '../sites-context.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { focusField } from './field-box.tsx';
import { errorsInOrder, faultsOfFailure } from './form-state.ts';
import { NoteEditor } from './note-editor.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { useCheck } from './use-check.ts';
import { useContent } from './use-content.ts';
import { useDraft } from './use-draft.ts';
import { monthsAfter } from './window-values.ts';
import { withoutBlanks } from './without-blanks.ts';

/** Writing a note that is not there yet: from nothing, from a piece of work, or from what was not saved last time. */
export function NewNote({ onSaved }: { onSaved: () => void }) {
  const words = useWords(noteFormTexts);
  const { client, announce } = useTab();
  const [start] = useState(useStart());
  // Not while rendering: React may throw a first rendering away and begin again.
  useEffect(() => dropSeed(sessionStorage), []);
  const [folder, setFolder] = useState(start.folder);
  const { content, isTouched, set } = useContent(start.content);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const [isSaving, setSaving] = useState(false);
  const { faults, setFaults } = useCheck(null, folder, content, isTouched);
  const draft = useDraft({ place: 'new', folder, content, basedOn: null, isTouched });
  const [needsFolder, setNeedsFolder] = useState(false);
  const save = async () => {
    setFailure(null);
    setNeedsFolder(folder === '');
    if (folder === '') return document.getElementById('new-folder')?.focus();
    if (content.title.trim() === '') {
      setFaults([missingTitle(words.needsTitle)]);
      return focusField('title');
    }
    setSaving(true);
    try {
      const wish = { folder, name: null, content: withoutBlanks(content) };
      const { note } = await client.send<SavedNote>('POST', '/notes', wish);
      draft.end();
      announce(words.saved);
      onSaved();
      navigate(hashOf(`/notes/${note.id}`));
    } catch (error) {
      const caught = toFailure(error);
      const found = faultsOfFailure(caught);
      setFailure(caught);
      if (found.length > 0) {
        setFaults(found);
        setTimeout(() => focusField(errorsInOrder(found)[0]?.field ?? null));
      }
    }
    setSaving(false);
  };
  const discard = () => {
    draft.end();
    navigate(hashOf('/notes', { site: folder }));
  };
  return (
    <NoteEditor
      id={null}
      folder={folder}
      content={content}
      set={set}
      faults={faults}
      head={<ViewHeading>{words.newTitle}</ViewHeading>}
      before={
        <FolderField
          folder={folder}
          fault={needsFolder && folder === '' ? words.needsFolder : null}
          onChange={setFolder}
        />
      }
      bar={
        <SaveBar
          draft={draft.state}
          isTouched={isTouched}
          isSaving={isSaving}
          label={words.create}
          hint={words.notSeen}
          failure={<SaveFailure failure={failure} faults={faults} />}
          onSave={() => void save()}
          onDiscard={discard}
        />
      }
    />
  );
}

function missingTitle(message: string): NoteFault {
  return { field: 'title', level: 'error', message };
}

/** A new note has somebody who looks after it, and a day to look at it again: both may be changed. */
function cared(content: NoteContent, upn: string): NoteContent {
  return {
    ...content,
    owner: content.owner ?? upn,
    reviewBy: content.reviewBy ?? monthsAfter(new Date(), 12),
  };
}

/** A piece of work goes before what was kept. */
function useStart(): () => { folder: string; content: NoteContent } {
  const { me } = useTab();
  const { query } = useRoute();
  const sites = useSites();
  return () => {
    const seed = findSeed(sessionStorage);
    if (seed !== null) return { ...seed, content: cared(seed.content, me.upn) };
    const kept = createDraftKeeper(localStorage, me.upn).find('new');
    if (kept !== null) return kept;
    const mine = sites.filter(({ mayEdit }) => mayEdit);
    const wished = query.get('folder') ?? (mine.length === 1 ? mine[0]?.id : me.homeSiteIds[0]);
    const folder = mine.some(({ id }) => id === wished) ? (wished ?? '') : '';
    return { folder, content: cared(emptyContent, me.upn) };
  };
}

type FolderProps = { folder: string; fault: string | null; onChange: (folder: string) => void };

function FolderField({ folder, fault, onChange }: FolderProps) {
  const words = useWords(noteFormTexts);
  const mine = useSites().filter(({ mayEdit }) => mayEdit);
  return (
    <section className="form-section panel">
      <Field
        label={words.folder}
        hint={words.folderHelp}
        required
        {...(fault && { validationMessage: fault })}
      >
        <Select id="new-folder" value={folder} onChange={(_, { value }) => onChange(value)}>
          <option value="">{words.folderChoose}</option>
          {mine.map(({ id, name }) => (
            <option key={id} value={id}>
              {id === sharedFolder ? words.folderShared : name}
            </option>
          ))}
        </Select>
      </Field>
    </section>
  );
}
