import { plainAnalyser } from '../analyse/analyser.ts';
import type { SearchLanguage } from '../analyse/guess-language.ts';
import { longestQuestion, words } from '../analyse/words.ts';

/**
 * What a wording is about, as stems, or as the glossary's idea where a word names one (`paddan` and `iPaden` are the
 * same). Words of every report (`hej`, `funkar`, `inte`) and those in `except` (a site's names) are left out.
 */
export function tellingWords(text: string, except: readonly string[] = []): ReadonlySet<string> {
  return new Set(tellingTerms(text, except).values());
}

/** The same by word: folded word as written → its stem or idea. */
export function tellingTerms(text: string, except: readonly string[] = []): ReadonlyMap<string, string> {
  const { tokens, language } = plainAnalyser.read(words(text.slice(0, longestQuestion)));
  const left = new Set(except.flatMap(words));
  const telling = tokens.filter(
    (token) => !left.has(token) && !plainAnalyser.isEmptyWord(token) && !plainAnalyser.isFaintWord(token),
  );
  return new Map(telling.map((token) => [token, termOf(token, language)]));
}

/** A few words without a function word among them are taken for another language, but most often are Swedish. */
function termOf(token: string, language: SearchLanguage): string {
  const { stem, ideas } = plainAnalyser.word(token, language);
  if (language !== 'other') return ideas[0] ?? stem;
  const swedish = plainAnalyser.word(token, 'sv');
  return ideas[0] ?? swedish.ideas[0] ?? swedish.stem;
}

/** The same for wordings that say the same in other words' order, so that they are counted as one. Empty: says nothing. */
export function wordingKey(text: string): string {
  return [...tellingWords(text)].sort().join(' ');
}
