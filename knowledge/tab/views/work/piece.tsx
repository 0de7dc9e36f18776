import type { WorkItem } from '#bot/web/api/contract/work-contract.ts';
import { CaseDraftPiece } from './pieces/case-draft-piece.tsx';
import { ContradictionPiece } from './pieces/contradiction-piece.tsx';
import { BareSitePiece, FailedPiece, ReviewPiece, StalePiece } from './pieces/note-pieces.tsx';
import { SuggestionPiece } from './pieces/suggestion-piece.tsx';
import { UnansweredPiece } from './pieces/unanswered-piece.tsx';

/** A piece of work as its kind is shown. `onDone`: it leaves the heap. */
export function Piece({ item, onDone }: { item: WorkItem; onDone: () => void }) {
  switch (item.kind) {
    case 'unanswered':
      return <UnansweredPiece item={item} onDone={onDone} />;
    case 'failed':
      return <FailedPiece item={item} onDone={onDone} />;
    case 'stale':
      return <StalePiece item={item} onDone={onDone} />;
    case 'contradictions':
      return <ContradictionPiece item={item} onDone={onDone} />;
    case 'suggestions':
      return <SuggestionPiece item={item} onDone={onDone} />;
    case 'case-drafts':
      return <CaseDraftPiece item={item} onDone={onDone} />;
    case 'reviews':
      return <ReviewPiece item={item} onDone={onDone} />;
    case 'bare-sites':
      return <BareSitePiece item={item} onDone={onDone} />;
  }
}
