import { Badge } from '@fluentui/react-components';
import type { z } from 'zod';
import { tabWorkTexts } from '#bot/i18n/tab-work.ts';
import type { UnansweredCluster } from '#bot/web/api/contract/work-contract.ts';
import { useWords } from '../../../shell/tab-context.ts';
import { useDates } from './note-facts.ts';
import { PieceFrame } from './piece-frame.tsx';
import { Wordings } from './wordings.tsx';
import { WriteNote } from './write-note.tsx';

/** Questions alike that had no note. */
export function UnansweredPiece({
  item,
  onDone,
}: {
  item: z.infer<typeof UnansweredCluster>;
  onDone: () => void;
}) {
  const words = useWords(tabWorkTexts);
  const inWords = useDates();
  return (
    <PieceFrame
      item={item}
      onDone={onDone}
      facts={[item.siteName ?? words.noSite, words.asked(item.count), words.last(inWords(item.lastAt))]}
      ways={<WriteNote seed={item.seed}>{words.write}</WriteNote>}
    >
      {item.machineMade && (
        <div className="muted">
          <Badge appearance="tint" color="warning">
            {words.machineMade}
          </Badge>{' '}
          {words.machineTitleHint}
        </div>
      )}
      <Wordings of={item.wordings} />
    </PieceFrame>
  );
}
