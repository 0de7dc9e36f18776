import type { NoteDetail, NoteStatus } from '#bot/web/api/contract/note-contract.ts';

/** Where a note may go next: the step that most take, and the others, for whoever may take them. */
export function movesFrom({
  status,
  mayEdit,
  mayPublish,
}: Pick<NoteDetail, 'status' | 'mayEdit' | 'mayPublish'>): {
  readonly first: NoteStatus | null;
  readonly rest: readonly NoteStatus[];
} {
  if (!mayEdit) return { first: null, rest: [] };
  switch (status) {
    case 'draft':
      return mayPublish
        ? { first: 'published', rest: ['in-review', 'archived'] }
        : { first: 'in-review', rest: ['archived'] };
    case 'in-review':
      return mayPublish
        ? { first: 'published', rest: ['draft', 'archived'] }
        : { first: null, rest: ['draft', 'archived'] };
    case 'published':
      return { first: null, rest: ['draft', 'archived'] };
    case 'archived':
      return { first: 'draft', rest: [] };
  }
}
