/** What one person said of a note that answered their question. */
export type Lesson = {
  readonly noteId: string;
  /** What had been asked, secrets masked. */
  readonly wording: string;
  /** `Det löste sig`, or `Det hjälpte inte`. */
  readonly helped: boolean;
  readonly byUpn: string;
  readonly at: Date;
};
