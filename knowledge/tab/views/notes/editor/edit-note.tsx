import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { startNote } from '../../../parts/start-note.ts';
import { ViewHeading } from '../../../parts/view-heading.tsx';
import { instantInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { Breadcrumb } from '../breadcrumb.tsx';
import { ConflictView } from '../conflict/conflict-view.tsx';
import { noteApi } from '../notes-api.ts';
import { chooseStart } from './choose-start.ts';
import { createDraftKeeper } from './draft-keeper.ts';
import { NoteEditor } from './note-editor.tsx';
import { SaveBar } from './save-bar.tsx';
import { SaveFailure } from './save-failure.tsx';
import { useEditing } from './use-editing.ts';
import { useOthers } from './use-others.ts';

/** Editing a note that is there. */
export function EditNote({ id, onSaved }: { id: string; onSaved: () => void }) {
  const words = useWords(noteFormTexts);
  const { client } = useTab();
  const note = useLoad(`note ${id}`, (signal) => noteApi(client, id).read(signal));
  return (
    <Loading of={note} heading={words.editTitle('')}>
      {(value) => <Edit note={value} onSaved={onSaved} />}
    </Loading>
  );
}

function Edit({ note, onSaved }: { note: NoteDetail; onSaved: () => void }) {
  const words = useWords(noteFormTexts);
  const { me } = useTab();
  const [start] = useState(() => chooseStart(note, createDraftKeeper(localStorage, me.upn).find(note.id)));
  const edit = useEditing(note, start, onSaved);
  if (edit.conflict !== null) {
    return (
      <ConflictView
        conflict={edit.conflict}
        mine={edit.content}
        isSaving={edit.isSaving}
        failure={edit.failure}
        onSave={(content, basedOn) => void edit.save(content, basedOn)}
        onBack={edit.goOnFrom}
      />
    );
  }
  return (
    <NoteEditor
      id={note.id}
      folder={note.id.split('/')[0] ?? ''}
      content={edit.content}
      set={edit.set}
      faults={edit.faults}
      head={<Head note={note} edit={edit} restoredAt={start.restoredAt} />}
      bar={
        <SaveBar
          draft={edit.draft}
          isTouched={edit.isTouched || start.restoredAt !== null}
          isSaving={edit.isSaving}
          label={words.save}
          hint={note.status === 'published' ? words.seenAtOnce : words.notSeen}
          failure={
            <SaveFailure
              failure={edit.failure}
              faults={edit.faults}
              onSaveAsNew={() => startNote({ folder: note.id.split('/')[0] ?? '', content: edit.content })}
            />
          }
          onSave={() => void edit.save()}
          onDiscard={() => void edit.discard()}
        />
      }
    />
  );
}

type HeadProps = { note: NoteDetail; edit: ReturnType<typeof useEditing>; restoredAt: string | null };

function Head({ note, edit, restoredAt }: HeadProps) {
  const words = useWords(noteFormTexts);
  const { language, me } = useTab();
  const others = useOthers(note, edit.basedOn);
  return (
    <>
      <Breadcrumb id={note.id} title={note.content.title} />
      <ViewHeading>{words.editTitle(note.content.title)}</ViewHeading>
      {restoredAt !== null && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {words.restored(instantInWords(restoredAt, language, me.timezone))}{' '}
            <Link as="button" inline onClick={() => void edit.discard()}>
              {words.restoredDiscard}
            </Link>
          </MessageBarBody>
        </MessageBar>
      )}
      {others.names.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.alsoEditing(others.names.join(', '))}</MessageBarBody>
        </MessageBar>
      )}
      {others.savedMeanwhile && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.savedMeanwhile}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
