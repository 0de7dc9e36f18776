import type { DeskEditing } from '#knowledge/review/desk-editing.ts';
import type { NoteReviewStore } from '#knowledge/review/note-review-store.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';

/** What the routes about notes need beside the desk. */
export type NotePorts = {
  readonly editing: DeskEditing;
  readonly review: NoteReviewStore;
  readonly work: Pick<WorkStore, 'shownCounts'>;
};
