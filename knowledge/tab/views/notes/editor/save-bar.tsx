import { Button } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { noteFormTexts } from '#bot/i18n/tab-note-form.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { timeInWords } from '../../../parts/when.ts';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import type { DraftState } from './use-draft.ts';

type Props = {
  draft: DraftState;
  isTouched: boolean;
  isSaving: boolean;
  label: string;
  hint: string;
  failure: ReactNode;
  onSave: () => void;
  onDiscard: () => void;
};

/** Save, discard, and where the text is kept meanwhile. */
export function SaveBar({ draft, isTouched, isSaving, label, hint, failure, onSave, onDiscard }: Props) {
  const words = useWords(noteFormTexts);
  const [asksDiscard, setAsksDiscard] = useState(false);
  return (
    <>
      {failure}
      <div className="save-bar">
        <Button appearance="primary" size="large" disabledFocusable={isSaving} onClick={onSave}>
          {isSaving ? words.saving : label}
        </Button>
        <Button size="large" onClick={() => (isTouched ? setAsksDiscard(true) : onDiscard())}>
          {isTouched ? words.discard : words.goBack}
        </Button>
        <p className="save-state">
          <DraftInWords draft={draft} />
          <small>{hint}</small>
        </p>
      </div>
      <ConfirmDialog
        isOpen={asksDiscard}
        title={words.discardSure}
        text={words.discardHelp}
        yes={words.discard}
        onYes={onDiscard}
        onClose={() => setAsksDiscard(false)}
      />
    </>
  );
}

function DraftInWords({ draft }: { draft: DraftState }) {
  const words = useWords(noteFormTexts).draft;
  const { language, me } = useTab();
  const text =
    draft.kind === 'saved' ? words.saved(timeInWords(draft.at, language, me.timezone)) : words[draft.kind];
  return <span className={`draft-${draft.kind}`}>{text}</span>;
}
