import { MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import type { ImportPreview } from '#bot/web/api/contract/exchange-contract.ts';
import { failureInWords } from '../../parts/failure-message.tsx';
import { useShellWords, useTab, useWords } from '../../shell/tab-context.ts';
import { toFailure } from '../../shell/use-load.ts';
import { DropFile } from './drop-file.tsx';
import { judgeFile } from './file-kind.ts';
import { FoundNotes } from './found-notes.tsx';
import { Saved } from './saved.tsx';

type Stand =
  | { readonly at: 'start'; readonly problem: string | null }
  | { readonly at: 'reading'; readonly name: string }
  | { readonly at: 'found'; readonly preview: ImportPreview }
  | { readonly at: 'saved'; readonly count: number };

/** A file, then what is found in it, then drafts. */
export function ImportPart() {
  const { client, announce } = useTab();
  const shell = useShellWords();
  const words = useWords(tabExchangeTexts);
  const [stand, setStand] = useState<Stand>({ at: 'start', problem: null });
  const again = () => setStand({ at: 'start', problem: null });
  const read = async (files: readonly File[]) => {
    const [file] = files;
    if (file === undefined) return;
    const judged = judgeFile(file);
    if (typeof judged === 'string') return setStand({ at: 'start', problem: words.faults[judged] });
    if (files.length > 1) announce(words.faults.many);
    setStand({ at: 'reading', name: file.name });
    try {
      const bytes = new Blob([file], judged);
      const preview = await client.upload<ImportPreview>('/import/preview', bytes, {
        query: { name: file.name },
      });
      setStand({ at: 'found', preview });
    } catch (error) {
      const failure = toFailure(error);
      const isSaid = failure.message !== '' && failure.kind !== 'not-signed-in';
      const said = failureInWords(shell, failure);
      setStand({ at: 'start', problem: isSaid ? said : `${words.faults.failed} ${said}` });
    }
  };
  switch (stand.at) {
    case 'start':
      return (
        <>
          {stand.problem !== null && (
            <MessageBar intent="error" layout="multiline" role="alert">
              <MessageBarBody>{stand.problem}</MessageBarBody>
            </MessageBar>
          )}
          <DropFile onFiles={(files) => void read(files)} />
        </>
      );
    case 'reading':
      return <Spinner label={words.reading(stand.name)} />;
    case 'found':
      return (
        <FoundNotes
          preview={stand.preview}
          onCancel={again}
          onSaved={(count) => setStand({ at: 'saved', count })}
        />
      );
    case 'saved':
      return <Saved count={stand.count} onAgain={again} />;
  }
}
