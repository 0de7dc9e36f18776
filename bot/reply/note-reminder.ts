/** A note whose review is due, put to whoever looks after it. */
export type RemindedNote = {
  readonly id: string;
  readonly title: string;
  readonly siteName: string | null;
  /** Dates. */
  readonly lastVerified: string | null;
  readonly reviewBy: string | null;
  readonly state: 'open' | 'confirmed' | 'needs-change';
};

export type NoteReminderReply = { readonly kind: 'note-reminder'; readonly notes: readonly RemindedNote[] };
