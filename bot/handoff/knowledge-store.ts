import type { NewSuggestion } from '#knowledge/note-suggestion.ts';
import type { Reminded } from '#knowledge/review/choose-reminders.ts';

/** A question that had no note, kept for the editors. */
export type UnansweredQuestion = {
  readonly at: Date;
  readonly text: string;
  readonly siteId: string | null;
  readonly category: string | null;
  readonly language: string | null;
  readonly caseId: string | null;
};

/** How a note served: the raw material of its freshness. */
export type NoteOutcome = {
  readonly noteId: string;
  readonly at: Date;
  /** `helpful` and `unhelpful` are thumbs and reactions on the message that showed it. */
  readonly outcome:
    | 'shown'
    | 'solved'
    | 'not-solved'
    | 'helpful'
    | 'unhelpful'
    | 'confirmed'
    | 'corrected'
    | 'gone';
  readonly byUpn: string;
  readonly caseId: string | null;
  /** What was said of it; for `solved` and `not-solved` what had been asked, without names and numbers. */
  readonly text: string | null;
};

export type KnowledgeStore = {
  keepQuestion(question: UnansweredQuestion): Promise<void>;
  unansweredQuestions(limit: number): Promise<UnansweredQuestion[]>;
  addOutcome(outcome: NoteOutcome): Promise<void>;
  outcomes(noteId: string): Promise<NoteOutcome[]>;
  /** Keeps it for the note's editor; one more person when it is there already, whatever was decided. */
  suggestSymptom(suggestion: NewSuggestion): Promise<void>;
  /** Adds it to the note at once, as an edit made here; false: it was added or refused before. @throws NotFound */
  addSymptom(suggestion: NewSuggestion): Promise<boolean>;
  /** Moves a note's last_verified, with who and how. */
  confirmNote(confirmation: {
    noteId: string;
    date: string;
    byUpn: string;
    way: 'visit' | 'press';
    /** When it is to be reviewed next; absent: as it was. */
    reviewBy?: string | null;
  }): Promise<void>;
  /** When somebody was last asked about each note, and who. */
  reminders(): Promise<Reminded[]>;
  keepReminder(reminder: Reminded): Promise<void>;
};
