import type { Analyser } from '../analyse/analyser.ts';
import { gramsOf } from '../analyse/grams.ts';
import type { SearchLanguage } from '../analyse/guess-language.ts';
import type { Way } from './question.ts';

/** Where some note holds the word as it was asked, it was likely meant so: other words for it count less. */
const whereKnown = { ways: 0.7, letters: 0.4 };
const letterWeight = 0.25;

/** Notes that say the same in another everyday word. */
export function alikeWays(
  word: string,
  language: SearchLanguage,
  asked: { readonly analyser: Analyser; readonly weight: number; readonly isKnown: boolean },
): Way[] {
  const { stem } = asked.analyser.word(word, language);
  const weight = asked.weight * (asked.isKnown ? whereKnown.ways : 1);
  const { terms } = asked.analyser.alike(stem, language);
  return terms.map((term) => ({ weight, terms: [{ term, share: 1 }], noRarerThan: stem }));
}

/**
 * Letter grams of the words that may stand instead: `knega` brings those of `arbete` and so `arbetsplatsen`. Of
 * Swedish questions only: what is asked in another language is compared by the glossary's Swedish words.
 */
export function alikeLetters(
  content: readonly string[],
  language: SearchLanguage,
  asked: { readonly analyser: Analyser; isKnown(word: string): boolean },
): Map<number, number> {
  const grams = new Map<number, number>();
  if (language !== 'sv') return grams;
  for (const word of content) {
    const { words } = asked.analyser.alike(asked.analyser.word(word, language).stem, language);
    const weight = (letterWeight * (asked.isKnown(word) ? whereKnown.letters : 1)) / Math.sqrt(words.length);
    for (const each of words) {
      for (const gram of gramsOf(each)) grams.set(gram, (grams.get(gram) ?? 0) + weight);
    }
  }
  return grams;
}
