import { Button } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { HistoryRegular } from '@fluentui/react-icons/svg/history';
import { useState } from 'react';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteDetail, NoteStatus } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { MoreActions } from '../../../parts/more-actions.tsx';
import { hashOf } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure } from '../../../shell/use-load.ts';
import { noteApi } from '../notes-api.ts';
import { addressOfNote, copyText } from './copy-note-link.ts';
import { movesFrom } from './moves-from.ts';

type Props = { note: NoteDetail; onChange: (note: NoteDetail) => void };

/** The buttons of a note: edit, still true, and its life. */
export function NoteActions({ note, onChange }: Props) {
  const words = useWords(notesTexts).page;
  const shell = useShellWords();
  const { host, announce } = useTab();
  const { isBusy, failure, move, verify } = useActions({ note, onChange });
  const [asksArchive, setAsksArchive] = useState(false);
  const { first, rest } = movesFrom(note);
  const choose = (to: NoteStatus) => (to === 'archived' ? setAsksArchive(true) : void move(to));
  const copy = async () => {
    const link = addressOfNote(host, note.id);
    announce((await copyText(link)) ? words.copied : words.notCopied(link));
  };
  const label = (to: NoteStatus) => moveLabel(words, note.status, to);
  return (
    <>
      <div className="note-actions">
        {note.mayEdit && (
          <Button
            as="a"
            href={hashOf(`/notes/${note.id}/edit`)}
            appearance={first === null ? 'primary' : 'secondary'}
            icon={<EditRegular />}
          >
            {note.draft === null ? words.edit : words.editDraft}
          </Button>
        )}
        {first !== null && (
          <Button appearance="primary" disabled={isBusy} onClick={() => choose(first)}>
            {label(first)}
          </Button>
        )}
        {note.mayEdit && note.status === 'published' && (
          <Button icon={<CheckmarkCircleRegular />} disabled={isBusy} onClick={() => void verify()}>
            {words.stillTrue}
          </Button>
        )}
        <Button
          as="a"
          href={hashOf(`/notes/${note.id}/history`)}
          icon={<HistoryRegular />}
          appearance="subtle"
        >
          {words.history}
        </Button>
        <MoreActions
          label={words.more}
          actions={[
            { label: words.copyLink, onUse: () => void copy() },
            ...rest.map((to) => ({ label: label(to), onUse: () => choose(to) })),
          ]}
        />
      </div>
      {failure !== null && <FailureMessage words={shell} failure={failure} />}
      <ConfirmDialog
        isOpen={asksArchive}
        title={words.archiveSure}
        text={words.archiveHelp}
        yes={words.archive}
        onYes={() => void move('archived')}
        onClose={() => setAsksArchive(false)}
      />
    </>
  );
}

function useActions({ note, onChange }: Props) {
  const words = useWords(notesTexts).page;
  const { client, announce } = useTab();
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const api = noteApi(client, note.id);
  const act = async (change: Promise<NoteDetail>, said: string) => {
    setBusy(true);
    setFailure(null);
    try {
      onChange(await change);
      announce(said);
    } catch (error) {
      setFailure(toFailure(error));
    }
    setBusy(false);
  };
  return {
    isBusy,
    failure,
    move: (to: NoteStatus) => act(api.move(to, note.version), words.moved[to]),
    verify: () => act(api.verify(), words.stillTrueDone),
  };
}

function moveLabel(words: (typeof notesTexts)['sv']['page'], from: NoteStatus, to: NoteStatus): string {
  if (to === 'published') return words.publish;
  if (to === 'in-review') return words.sendToReview;
  if (to === 'archived') return words.archive;
  return from === 'archived' ? words.unarchive : words.backToDraft;
}
