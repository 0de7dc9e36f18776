import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import '../note.css';
import './history.css';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteDetail, NoteRevision, SavedNote } from '#bot/web/api/contract/note-contract.ts';
import type { ApiFailure } from '../../../api/api-failure.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { FailureMessage } from '../../../parts/failure-message.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { ViewHeading } from '../../../parts/view-heading.tsx';
import { instantInWords } from '../../../parts/when.ts';
import { hashOf, navigate } from '../../../shell/router.ts';
import { useShellWords, useTab, useWords } from '../../../shell/tab-context.ts';
import { toFailure, useLoad } from '../../../shell/use-load.ts';
import { Breadcrumb } from '../breadcrumb.tsx';
import { noteApi } from '../notes-api.ts';
import { Revision } from './revision.tsx';

/** Everything that was done with a note, newest first, with what was changed; and the way back. */
export function HistoryView({ id, onRestored }: { id: string; onRestored: () => void }) {
  const { client } = useTab();
  const words = useWords(notesTexts).history;
  const note = useLoad(`note ${id}`, (signal) => noteApi(client, id).read(signal));
  return (
    <Loading of={note} heading={words.plainTitle}>
      {(value) => (
        <div className="history">
          <header>
            <Breadcrumb id={id} title={value.content.title} />
            <ViewHeading>{words.title(value.content.title)}</ViewHeading>
          </header>
          <Revisions note={value} onRestored={onRestored} />
        </div>
      )}
    </Loading>
  );
}

function Revisions({ note, onRestored }: { note: NoteDetail; onRestored: () => void }) {
  const words = useWords(notesTexts).history;
  const shell = useShellWords();
  const { revisions, next, readMore, first } = useRevisions(note);
  const restoring = useRestore(note, onRestored);
  const { language, me } = useTab();
  const { asked } = restoring;
  return (
    <>
      {restoring.failure !== null && <FailureMessage words={shell} failure={restoring.failure} />}
      <Loading of={first}>
        {() => (
          <ol className="revisions">
            {revisions.map((revision, index) => (
              <li key={revision.seq}>
                <Revision
                  revision={revision}
                  isLatest={index === 0}
                  onRestore={index > 0 && note.mayEdit ? () => restoring.ask(revision) : null}
                />
              </li>
            ))}
          </ol>
        )}
      </Loading>
      {first.value !== null && revisions.length === 0 && <p>{words.none}</p>}
      {next !== null && <Button onClick={readMore}>{words.more}</Button>}
      <ConfirmDialog
        isOpen={asked !== null}
        title={words.restoreSure}
        text={words.restoreHelp(asked === null ? '' : instantInWords(asked.at, language, me.timezone))}
        yes={words.restore}
        onYes={() => void restoring.restore()}
        onClose={() => restoring.ask(null)}
      />
    </>
  );
}

function useRevisions(note: NoteDetail) {
  const { client } = useTab();
  const api = noteApi(client, note.id);
  const first = useLoad(`history ${note.id} ${note.version}`, (signal) => api.history(null, signal));
  const [more, setMore] = useState<{ items: readonly NoteRevision[]; next: string | null } | null>(null);
  const next = more === null ? (first.value?.next ?? null) : more.next;
  const readMore = async () => {
    const page = await api.history(next);
    setMore({ items: [...(more?.items ?? []), ...page.items], next: page.next });
  };
  return {
    first,
    revisions: [...(first.value?.items ?? []), ...(more?.items ?? [])],
    next,
    readMore: () => void readMore().catch(first.reload),
  };
}

function useRestore(note: NoteDetail, onRestored: () => void) {
  const words = useWords(notesTexts).history;
  const { client, announce } = useTab();
  const [asked, ask] = useState<NoteRevision | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const restore = async () => {
    if (asked === null) return;
    try {
      const wish = { seq: asked.seq, basedOn: note.version };
      await client.send<SavedNote>('POST', `/notes/${note.id}/restore`, wish);
      onRestored();
      announce(words.restored);
      navigate(hashOf(`/notes/${note.id}`));
    } catch (error) {
      setFailure(toFailure(error));
    }
  };
  return { asked, ask, failure, restore };
}
