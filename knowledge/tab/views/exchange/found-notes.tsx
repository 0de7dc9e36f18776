import { Button, Checkbox, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { tabExchangeTexts } from '#bot/i18n/tab-exchange.ts';
import type { ImportPreview } from '#bot/web/api/contract/exchange-contract.ts';
import { useWords } from '../../shell/tab-context.ts';
import { FoundNoteView } from './found-note-view.tsx';
import { beginChoice, chooseAll, hasError, keysInTheWay } from './import-choice.ts';
import { useImport } from './use-import.ts';

type Props = { preview: ImportPreview; onCancel: () => void; onSaved: (count: number) => void };

const shownAtFirst = 40;

/** What was found in a file; the editor looks through it and keeps what is good. */
export function FoundNotes({ preview, onCancel, onSaved }: Props) {
  const words = useWords(tabExchangeTexts);
  const [notes, setNotes] = useState(() => beginChoice(preview));
  const [onlyFaults, setOnlyFaults] = useState(false);
  const [shown, setShown] = useState(shownAtFirst);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const importing = useImport({ notes, onLeft: setNotes, onSaved });
  const chosen = notes.filter((note) => note.chosen).length;
  const inTheWay = keysInTheWay(notes);
  const listed = onlyFaults ? notes.filter((note) => hasError(note) || note.like !== null) : notes;
  return (
    <div className="exchange-found">
      <h3 tabIndex={-1} ref={heading}>
        {preview.notes.length === 0
          ? words.nothing(preview.file)
          : words.found(preview.notes.length, preview.file)}
      </h3>
      {preview.notes.length === 0 && <p>{words.nothingHint}</p>}
      {preview.left.length > 0 && (
        <MessageBar intent="warning" layout="multiline" role="note">
          <MessageBarBody>
            <strong>{words.left}</strong>
            <ul>
              {preview.left.map((part) => (
                <li key={part}>{part}</li>
              ))}
            </ul>
          </MessageBarBody>
        </MessageBar>
      )}
      {notes.length > 0 && (
        <div className="exchange-tools">
          <Button onClick={() => setNotes(chooseAll(notes, true))}>{words.all}</Button>
          <Button onClick={() => setNotes(chooseAll(notes, false))}>{words.none}</Button>
          <span role="status">{words.chosen(chosen)}</span>
          <Checkbox
            label={words.onlyFaults}
            checked={onlyFaults}
            onChange={(_, { checked }) => setOnlyFaults(checked === true)}
          />
        </div>
      )}
      {listed.slice(0, shown).map((note) => (
        <FoundNoteView
          key={note.key}
          note={note}
          onChange={(change) => setNotes((before) => change(before))}
        />
      ))}
      {listed.length > shown && (
        <Button onClick={() => setShown(shown + shownAtFirst)}>
          {words.more(Math.min(shownAtFirst, listed.length - shown))}
        </Button>
      )}
      {(importing.problem !== null || inTheWay.length > 0) && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{importing.problem ?? words.inTheWay(inTheWay.length)}</MessageBarBody>
        </MessageBar>
      )}
      <div className="exchange-actions">
        {notes.length > 0 && (
          <Button
            appearance="primary"
            disabledFocusable={chosen === 0 || inTheWay.length > 0 || importing.isSaving}
            onClick={() => void importing.save()}
          >
            {importing.isSaving ? words.saving : words.save(chosen)}
          </Button>
        )}
        <Button onClick={onCancel}>{notes.length > 0 ? words.cancel : words.another}</Button>
      </div>
    </div>
  );
}
