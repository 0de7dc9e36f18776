/**
 * Everyday words that mean much the same, in both languages: looser than an idea, so a note is not found by it as by
 * the word itself. Single words, separated by commas; inflection is understood, irregular forms are written out.
 */
export type AlikeRow = { readonly sv: string; readonly en: string };

export function alike(sv: string, en: string): AlikeRow {
  return { sv, en };
}
