import type { Note } from '#knowledge/note.ts';
import type { Versioned } from './desk-editing.ts';

/** What somebody typed and has not saved. `content`: as the tab sent it. */
export type NoteDraft = {
  readonly noteId: string;
  readonly upn: string;
  /** The version that it began from; 0: the note does not exist yet. */
  readonly basedOn: number;
  readonly content: unknown;
  readonly at: Date;
};

export type NoteVerification = {
  /** Date. */
  readonly date: string;
  readonly byUpn: string;
  readonly way: 'visit' | 'press' | 'tab';
};

/** What is kept beside a note for those who look after it. */
export type NoteReviewStore = {
  saveDraft(draft: NoteDraft): Promise<void>;
  draft(noteId: string, upn: string): Promise<NoteDraft | null>;
  removeDraft(noteId: string, upn: string): Promise<void>;
  /** Newest first. */
  draftsOf(upn: string): Promise<NoteDraft[]>;
  /** Who typed in it since then, newest first. */
  typedBy(noteId: string, since: Date): Promise<{ readonly upn: string; readonly at: Date }[]>;
  /** Newest first, at most so many. */
  verifications(noteId: string, limit: number): Promise<NoteVerification[]>;
  /** How often it was shown, and what came of it. What was taken back is not counted. */
  outcomes(noteId: string): Promise<{ shown: number; solved: number; notSolved: number }>;
  /**
   * Somebody confirms that the note is right: `confirmed` gives it its dates, and who and how is kept with it, all
   * or nothing. @throws NotFound; what `confirmed` throws.
   */
  verify(
    by: NoteVerification & { readonly noteId: string; readonly at: Date },
    confirmed: (note: Note) => Note,
  ): Promise<Versioned<Note>>;
};
