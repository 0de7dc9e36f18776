import type { CategoryScores } from './find-category.ts';
import { fillerWords } from './lexicon/filler-words.ts';
import { vagueWords } from './lexicon/talk-words.ts';
import { wordsOf } from './text/fold.ts';

export type Clarity = 'clear' | 'device-only' | 'symptom-only' | 'nothing';

/**
 * How well the words say what is wrong with what: "den blinkar bara" says nothing, "skrivaren krånglar" names
 * only a thing, "det är segt" only a symptom.
 */
export function findClarity(matter: string, scores: CategoryScores): Clarity {
  const left = matter.replace(vagueWords.regex, '').replace(/\s+/g, ' ');
  const telling = wordsOf(left).filter((word) => word.length > 1 && !fillerWords.has(word));
  const thing = Math.max(0, ...scores.values());
  if (thing >= 2) return telling.length >= 2 || isWholeMatter(matter, thing) ? 'clear' : 'device-only';
  if (telling.length >= 3) return 'clear';
  return telling.length > 0 ? 'symptom-only' : 'nothing';
}

/** "Glömt lösenordet" is all there is to say. */
function isWholeMatter(matter: string, thing: number): boolean {
  return thing >= 3.5 && wordsOf(matter).length >= 2;
}
