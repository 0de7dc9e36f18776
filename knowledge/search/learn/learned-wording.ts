import type { Lesson } from './lesson.ts';

/** All that was said of one note about one wording. */
export type LearnedWording = {
  /** Of its newest lesson. */
  readonly id: string;
  readonly noteId: string;
  readonly wording: string;
  /** Newest first. */
  readonly lessons: readonly Lesson[];
};

/** What was learned, for whoever looks after the desk. */
export type LessonDesk = {
  /** Newest first, without what was undone. */
  list(): Promise<LearnedWording[]>;
  /**
   * Forgets all that was said of that note about that wording; the outcomes stay for the measures.
   * @returns how many lessons it was. @throws NotFound, InvalidInput when there is none with that id.
   */
  undo(which: { readonly id: string; readonly at: Date }): Promise<number>;
};
