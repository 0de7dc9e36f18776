import { Button } from '@fluentui/react-components';
import { type ReactNode, useMemo, useState } from 'react';
import '../note.css';
import './editor.css';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import type { NoteContent, NoteFault } from '#bot/web/api/contract/note-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { errorsInOrder, type NoteForm, NoteFormContext } from './form-state.ts';
import { NoteFields } from './note-fields.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { SecrecyAdviceBox } from './secrecy-advice.tsx';

type Props = {
  id: string | null;
  folder: string;
  content: NoteContent;
  set: NoteForm['set'];
  faults: readonly NoteFault[];
  /** The page's heading and what stands under it. */
  head: ReactNode;
  /** What the form asks before its fields. */
  before?: ReactNode;
  /** The bar that stays at the foot. */
  bar: ReactNode;
};

/** The form with the card beside it; on a narrow screen one at a time. */
export function NoteEditor({ id, folder, content, set, faults, head, before, bar }: Props) {
  const words = useWords(noteFormTexts);
  const [side, setSide] = useState<'write' | 'look'>('write');
  const form = useMemo(() => ({ content, set, faults, folder }), [content, set, faults, folder]);
  const loose = errorsInOrder(faults).filter(({ field }) => field === null);
  return (
    <NoteFormContext value={form}>
      <div className="editor" data-side={side}>
        <header className="editor-head">{head}</header>
        <div className="editor-sides">
          {(['write', 'look'] as const).map((name) => (
            <Button
              key={name}
              appearance={side === name ? 'primary' : 'secondary'}
              aria-pressed={side === name}
              onClick={() => setSide(name)}
            >
              {words[name]}
            </Button>
          ))}
        </div>
        <div className="editor-columns">
          <div className="editor-form">
            {loose.map(({ message }) => (
              <p key={message} className="field-fault error" role="alert">
                {message}
              </p>
            ))}
            {before}
            <SecrecyAdviceBox />
            <NoteFields />
          </div>
          <PreviewPane id={id} folder={folder} content={content} />
        </div>
        <div className="editor-bar">{bar}</div>
      </div>
    </NoteFormContext>
  );
}
