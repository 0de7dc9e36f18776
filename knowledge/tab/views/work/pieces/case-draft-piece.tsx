import { Badge } from '@fluentui/react-components';
import type { z } from 'zod';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { CaseDraft } from '#bot/web/api/contract/work-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { useDates } from './note-facts.ts';
import { NoteText } from './note-text.tsx';
import { PieceFrame } from './piece-frame.tsx';
import { WriteNote } from './write-note.tsx';

/** What a solved case could teach. What a model wrote is marked, and read beside what the technician said. */
export function CaseDraftPiece({ item, onDone }: { item: z.infer<typeof CaseDraft>; onDone: () => void }) {
  const words = useWords(tabWorkTexts);
  const inWords = useDates();
  const where = item.siteName === null ? [] : [item.siteName];
  return (
    <PieceFrame
      item={item}
      onDone={onDone}
      facts={[words.caseSolved(item.caseNumber, inWords(item.solvedAt)), ...where]}
      ways={
        <WriteNote seed={item.seed} isSecond>
          {words.editFirst}
        </WriteNote>
      }
    >
      <div className="work-beside">
        <section>
          <h4>{words.closingWords}</h4>
          {item.closingWords.trim() === '' ? (
            <p className="muted">{words.noClosingWords}</p>
          ) : (
            <blockquote>{item.closingWords}</blockquote>
          )}
        </section>
        <section>
          <h4>
            {words.proposed}
            {item.machineMade && (
              <Badge appearance="tint" color="warning">
                {words.machineMade}
              </Badge>
            )}
          </h4>
          {item.machineMade && <p className="muted">{words.machineMadeHint}</p>}
          <NoteText content={item.seed.content} />
        </section>
      </div>
    </PieceFrame>
  );
}
