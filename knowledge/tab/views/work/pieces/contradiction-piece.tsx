import type { z } from 'zod';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { NoteDetail, NoteSummary } from '#bot/web/api/contract/note-contract.ts';
import type { ContradictingPair } from '#bot/web/api/contract/work-contract.ts';
import { Loading } from '../../../parts/loading.tsx';
import { useTab, useWords } from '../../../shell/tab-context.ts';
import { useLoad } from '../../../shell/use-load.ts';
import { useNoteFacts } from './note-facts.ts';
import { NoteText } from './note-text.tsx';
import { PieceFrame } from './piece-frame.tsx';
import { Way } from './way.tsx';

/** Two notes that do not agree, side by side; under one another on a phone. */
export function ContradictionPiece({
  item,
  onDone,
}: {
  item: z.infer<typeof ContradictingPair>;
  onDone: () => void;
}) {
  return (
    <PieceFrame item={item} onDone={onDone}>
      <p>{item.why}</p>
      <div className="work-beside">
        {item.notes.map((note) => (
          <OneSide key={note.id} note={note} />
        ))}
      </div>
    </PieceFrame>
  );
}

function OneSide({ note }: { note: NoteSummary }) {
  const { client } = useTab();
  const words = useWords(tabWorkTexts);
  const facts = useNoteFacts();
  const detail = useLoad<NoteDetail>(note.id, (signal) => client.get(`/notes/${note.id}`, { signal }));
  return (
    <section>
      <h4>{note.title}</h4>
      <p className="muted">{facts(note).join(' · ')}</p>
      <Loading of={detail}>{({ content }) => <NoteText content={content} />}</Loading>
      <Way to={`/notes/${note.id}`}>{note.mayEdit ? words.open : words.read}</Way>
    </section>
  );
}
