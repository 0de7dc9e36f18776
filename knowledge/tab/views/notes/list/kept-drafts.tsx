import { Link, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import { notesTexts } from '#bot/i18n/tab-notes.ts';
import { hashOf } from '../../../shell/router.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { createDraftKeeper } from '../editor/draft-keeper.ts';

/** What was being written when the browser closed or the server was gone, offered again. */
export function KeptDrafts() {
  const words = useWords(notesTexts);
  const { me } = useTab();
  const [kept] = useState(() => createDraftKeeper(localStorage, me.upn).list());
  if (kept.length === 0) return null;
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        {words.kept}{' '}
        {kept.slice(0, 5).map(({ place, draft }, index) => (
          <span key={place}>
            {index > 0 && ', '}
            <Link inline href={hashOf(place === 'new' ? '/notes/new' : `/notes/${place}/edit`)}>
              {draft.content.title || words.keptNew}
            </Link>
          </span>
        ))}
      </MessageBarBody>
    </MessageBar>
  );
}
