import type { z } from 'zod';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { BareSite, FailedNote, NoteInReview, StaleNote } from '#bot/web/api/contract/work-contract.ts';
import { emptyContent } from '../../../parts/start-note.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { useDates, useNoteFacts } from './note-facts.ts';
import { PieceFrame } from './piece-frame.tsx';
import { Way } from './way.tsx';
import { Wordings } from './wordings.tsx';
import { WriteNote } from './write-note.tsx';

type Props<T extends z.ZodType> = { item: z.infer<T>; onDone: () => void };

/** A note that was shown and did not help. */
export function FailedPiece({ item, onDone }: Props<typeof FailedNote>) {
  const words = useWords(tabWorkTexts);
  const facts = useNoteFacts();
  return (
    <PieceFrame
      item={item}
      onDone={onDone}
      facts={[words.outcome(item.notSolved, item.solved), ...facts(item.note)]}
      ways={
        <Way to={`/notes/${item.note.id}`} isMain>
          {words.open}
        </Way>
      }
    >
      <Wordings of={item.wordings} />
    </PieceFrame>
  );
}

/** A note whose review date has passed: "still true" is one press. */
export function StalePiece({ item, onDone }: Props<typeof StaleNote>) {
  const words = useWords(tabWorkTexts);
  const facts = useNoteFacts();
  const inWords = useDates();
  const { note } = item;
  const due = note.reviewBy === null ? [] : [words.reviewBy(inWords(note.reviewBy))];
  return (
    <PieceFrame
      item={item}
      onDone={onDone}
      facts={[words.answers(note.answers), ...due, ...facts(note)]}
      ways={<Way to={`/notes/${note.id}`}>{words.open}</Way>}
    />
  );
}

/** A note that somebody wants read before it is shown. */
export function ReviewPiece({ item, onDone }: Props<typeof NoteInReview>) {
  const words = useWords(tabWorkTexts);
  const facts = useNoteFacts();
  return (
    <PieceFrame
      item={item}
      onDone={onDone}
      facts={facts(item.note)}
      ways={<Way to={`/notes/${item.note.id}`}>{words.read}</Way>}
    />
  );
}

/** A site that nobody has written anything about. */
export function BareSitePiece({ item, onDone }: Props<typeof BareSite>) {
  const words = useWords(tabWorkTexts);
  const seed = { folder: item.siteId, content: { ...emptyContent, sites: [item.siteId] } };
  return (
    <PieceFrame
      item={item}
      onDone={onDone}
      facts={[words.cases(item.cases)]}
      ways={<WriteNote seed={seed}>{words.writeFirst}</WriteNote>}
    />
  );
}
