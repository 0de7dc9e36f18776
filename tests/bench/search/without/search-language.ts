import type { SearchLanguage } from '#knowledge/search/analyse/guess-language.ts';

/** Everything is Swedish to the search. */
export function guessLanguage(): SearchLanguage {
  return 'sv';
}
