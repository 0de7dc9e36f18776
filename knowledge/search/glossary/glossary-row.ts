/**
 * One idea of the field and the words for it. Entries are separated by commas, may be phrases, and are written
 * as people write them; Swedish inflection is understood, so the basic form is enough. `*` at the end of a
 * foreign word stands for any ending.
 */
export type GlossaryRow = {
  /** Lower-case English name, unique in the glossary. */
  readonly idea: string;
  readonly sv: string;
  readonly en: string;
  /** Norwegian, Danish, Finnish, Polish, Arabic: one column, told apart by their own spelling. */
  readonly other: string;
};

export function row(idea: string, sv: string, en = '', other = ''): GlossaryRow {
  return { idea, sv, en, other };
}
