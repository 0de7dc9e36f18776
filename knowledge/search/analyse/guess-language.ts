import { englishStopWords, swedishStopWords } from './stop-words.ts';

/** What the search must tell apart: which stemmer and which glossary column a text needs. */
export type SearchLanguage = 'sv' | 'en' | 'other';

/** Decides by function words; a text without any is taken for Swedish unless its letters are not Latin. */
export function guessLanguage(tokens: readonly string[]): SearchLanguage {
  const swedish = tokens.filter((token) => swedishStopWords.has(token)).length;
  const english = tokens.filter((token) => englishStopWords.has(token)).length;
  if (english > swedish) return 'en';
  if (swedish > 0 && swedish >= tokens.length / 10) return 'sv';
  return tokens.length >= 4 || tokens.some((token) => /[^a-z0-9]/.test(token)) ? 'other' : 'sv';
}
