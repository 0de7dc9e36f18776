import { englishStopWords, swedishStopWords } from './stop-words.ts';

/** What the search must tell apart: which stemmer and which glossary column a text needs. */
export type SearchLanguage = 'sv' | 'en' | 'other';

/** In running text at least every fifth word or so is a function word; a third is usual. */
const leastShare = { sv: 0.1, en: 0.2 };

/** Decides by function words; a text without any is taken for Swedish unless it is long or its letters are not Latin. */
export function guessLanguage(tokens: readonly string[]): SearchLanguage {
  const swedish = tokens.filter((token) => swedishStopWords.has(token)).length;
  const english = tokens.filter((token) => englishStopWords.has(token)).length;
  if (english > swedish && english >= tokens.length * leastShare.en) return 'en';
  if (swedish > 0 && swedish >= tokens.length * leastShare.sv) return 'sv';
  return tokens.length >= 4 || tokens.some((token) => /[^a-z0-9]/.test(token)) ? 'other' : 'sv';
}
