import { detectLanguage } from '#bot/triage/language/detect-language.ts';
import { createSource, factsOf } from './facts.ts';
import { createVocabulary } from './words-in-common.ts';

/** A summary says things in its own words: fewer of them need stand in the text than of an instruction. */
const enoughShared = 0.4;

/**
 * Whether a sentence about a text says nothing that is not there: every number, name, key sequence and link, and most
 * of its telling words where both are in one language. Nothing that was hidden may be in it.
 */
export function createTextCheck(text: string, language: string): (sentence: string) => boolean {
  const source = createSource(text);
  const vocabulary = createVocabulary(text);
  const sameLanguage = detectLanguage(text, language).language === language;
  return (sentence) => {
    if (/•••|\{|\}|<|>/u.test(sentence)) return false;
    if (!factsOf(sentence, language === 'de').every((fact) => source.holds(fact))) return false;
    return !sameLanguage || vocabulary.share(sentence) >= enoughShared;
  };
}

/** A text's sentences that stand the check. */
export function keepChecked(text: string, check: (sentence: string) => boolean): string {
  const sentences = text.split(/(?<=[.!?])\s+|\n+/u).filter((sentence) => sentence.trim() !== '');
  return sentences.filter((sentence) => check(sentence)).join(' ');
}
