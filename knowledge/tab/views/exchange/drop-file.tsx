import { Button } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons/svg/document-arrow-up';
import { type DragEvent, useRef, useState } from 'react';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import { useWords } from '../../shell/tab-context.ts';
import { acceptedFiles } from './file-kind.ts';

/** Where a file is dropped, or chosen by a button. */
export function DropFile({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const words = useWords(tabExchangeTexts);
  const field = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const over = (event: DragEvent) => {
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way besides the button, which everybody can use
    <div
      className={isOver ? 'exchange-drop exchange-over' : 'exchange-drop'}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <DocumentArrowUpRegular className="exchange-icon" />
      <p className="exchange-here">{words.drop}</p>
      <Button appearance="primary" onClick={() => field.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={field}
        type="file"
        accept={acceptedFiles}
        aria-label={words.choose}
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen again once it is mended.
          event.target.value = '';
        }}
      />
      <small>{words.kinds}</small>
    </div>
  );
}
