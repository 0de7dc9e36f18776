/** A sentence, or a step (from 1), of a note, word for word: its Markdown. */
export type Quote = { readonly passage: string; readonly step: number | null };

/** What a note that was shown says of something that was asked about it. */
export type NoteQuoteReply = {
  readonly kind: 'note-quote';
  readonly reportId: string;
  readonly noteId: string;
  readonly noteTitle: string;
  /** Empty: the note says nothing of it. */
  readonly quotes: readonly Quote[];
  /** The note said nothing of what was asked before this either. */
  readonly again?: boolean;
  /** True only where technicians alone may read the note. */
  readonly technicianOnly?: boolean;
};
