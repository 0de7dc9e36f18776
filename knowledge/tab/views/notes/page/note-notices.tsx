import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import type { NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';

/** What a reader needs to know before the text: it is old, it is a draft, somebody is writing in it. */
export function NoteNotices({ note }: { note: NoteDetail }) {
  const words = useWords(notesTexts);
  const { page } = words;
  const help = { draft: page.draftHelp, 'in-review': page.reviewHelp, archived: page.archivedHelp };
  return (
    <>
      {note.stale && note.status === 'published' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{page.staleTitle}</MessageBarTitle> {page.staleHelp}
          </MessageBarBody>
        </MessageBar>
      )}
      {note.status !== 'published' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{words.statuses[note.status]}</MessageBarTitle> {help[note.status]}
          </MessageBarBody>
        </MessageBar>
      )}
      {note.content.audience === 'technician' && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{page.onlyTechnicians}</MessageBarTitle> {page.technicianHelp}
          </MessageBarBody>
        </MessageBar>
      )}
      {note.alsoEditing.length > 0 && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            {page.alsoEditing(note.alsoEditing.map(({ name }) => name).join(', '))}
          </MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
