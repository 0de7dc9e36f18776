import { Field, Input } from '@fluentui/react-components';
import { useState } from 'react';
import type { z } from 'zod';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { SuggestedSymptom } from '#bot/web/api/contract/work-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { useDates } from './note-facts.ts';
import { PieceFrame } from './piece-frame.tsx';
import { Way } from './way.tsx';

const longest = 300;

/** Somebody's words for a fault that a note solved; they can be reworded before they are added. */
export function SuggestionPiece({
  item,
  onDone,
}: {
  item: z.infer<typeof SuggestedSymptom>;
  onDone: () => void;
}) {
  const words = useWords(tabWorkTexts);
  const inWords = useDates();
  const [wording, setWording] = useState(item.wording);
  return (
    <PieceFrame
      item={item}
      onDone={onDone}
      wording={wording}
      facts={[words.adds(item.note.title), words.said(item.count), words.last(inWords(item.lastAt))]}
      ways={<Way to={`/notes/${item.note.id}`}>{words.read}</Way>}
    >
      <Field label={words.reword} hint={words.rewordHint}>
        <Input value={wording} maxLength={longest} onChange={(_, { value }) => setWording(value)} />
      </Field>
    </PieceFrame>
  );
}
