import type { NoteContent, NoteDetail } from '#bot/web/api/contract/note-contract.ts';
import type { KeptDraft } from './draft-keeper.ts';

export type Start = {
  readonly content: NoteContent;
  readonly basedOn: number;
  /** When what is shown was written, if it is not the note as stored. */
  readonly restoredAt: string | null;
};

/**
 * Where an edit begins: with what one wrote last and did not save, on this computer or another, else with the note.
 */
export function chooseStart(note: NoteDetail, kept: KeptDraft | null): Start {
  const drafts = [note.draft, kept?.basedOn === null ? null : kept]
    .filter((draft) => draft !== null)
    .filter(({ content }) => !sameContent(content, note.content))
    .toSorted((a, b) => b.at.localeCompare(a.at));
  const [latest] = drafts;
  if (!latest) return { content: note.content, basedOn: note.version, restoredAt: null };
  return { content: latest.content, basedOn: latest.basedOn ?? note.version, restoredAt: latest.at };
}

function sameContent(a: NoteContent, b: NoteContent): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(content: NoteContent): unknown {
  return Object.entries(content).toSorted(([a], [b]) => a.localeCompare(b));
}
