import { Field, Select } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteContent } from '#bot/web/api/contract/note-contract.ts';
import { dropSeed, emptyContent, findSeed } from '../../../parts/start-note.ts';
import { ViewHeading } from '../../../parts/view-heading.tsx';
import { useRoute } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { sharedFolder, useSites } from '../sites-context.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { NoteEditor } from './note-editor.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { useCreating } from './use-creating.ts';
import { monthsAfter } from './window-values.ts';

/** Writing a note that is not there yet: from nothing, from a piece of work, or from what was not saved last time. */
export function NewNote({ onSaved }: { onSaved: () => void }) {
  const words = useWords(noteFormTexts);
  const [start] = useState(useStart());
  // Not while rendering: React may throw a first rendering away and begin again.
  useEffect(() => dropSeed(sessionStorage), []);
  const it = useCreating(start, onSaved);
  return (
    <NoteEditor
      id={null}
      folder={it.folder}
      content={it.content}
      set={it.set}
      faults={it.faults}
      head={<ViewHeading>{words.newTitle}</ViewHeading>}
      before={
        <FolderField
          folder={it.folder}
          fault={it.needsFolder ? words.needsFolder : null}
          onChange={it.setFolder}
        />
      }
      bar={
        <SaveBar
          draft={it.draft}
          isTouched={it.isTouched}
          isSaving={it.isSaving}
          label={words.create}
          hint={words.notSeen}
          failure={<SaveFailure failure={it.failure} faults={it.faults} />}
          onSave={() => void it.save()}
          onDiscard={it.discard}
        />
      }
    />
  );
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
