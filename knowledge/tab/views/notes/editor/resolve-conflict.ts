import type { NoteConflict, NoteContent, NoteField } from '#bot/web/api/contract/note-contract.ts';

export type Side = 'mine' | 'theirs' | 'both';
export type Choices = Readonly<Partial<Record<NoteField, Side>>>;

/** Lists can hold what both added. */
export function mayKeepBoth({ mine, theirs }: NoteConflict['fields'][number]): boolean {
  return Array.isArray(mine) && Array.isArray(theirs);
}

/** The note as the writer decided: what is not chosen is theirs, so that nothing saved is lost unseen. */
export function resolveConflict(conflict: NoteConflict, choices: Choices): NoteContent {
  const decided = conflict.fields.map((field) => [
    field.field,
    chosen(field, choices[field.field] ?? 'theirs'),
  ]);
  return { ...conflict.merged, ...Object.fromEntries(decided) };
}

function chosen({ mine, theirs }: NoteConflict['fields'][number], side: Side): unknown {
  if (side === 'both' && Array.isArray(mine) && Array.isArray(theirs)) {
    return [...theirs, ...mine.filter((item) => !theirs.includes(item))];
  }
  return side === 'mine' ? mine : theirs;
}
