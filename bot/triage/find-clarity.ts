import type { CategoryScores } from './find-category.ts';
import { withoutPurpose } from './find-purpose.ts';
import { deviceWords } from './lexicon/device-words.ts';
import { fillerWords } from './lexicon/filler-words.ts';
import { vagueWords } from './lexicon/talk-words.ts';
import { wordsOf } from './text/fold.ts';
import { patterns, without } from './text/patterns.ts';

export type Clarity = 'clear' | 'device-only' | 'symptom-only' | 'nothing';

/**
 * How well the words say what is wrong with what: "den blinkar bara" says nothing, "skrivaren krånglar" names
 * only a thing, "det är segt" only a symptom.
 */
export function findClarity(matter: string, scores: CategoryScores): Clarity {
  const thing = Math.max(0, ...scores.values());
  const telling = tellingWords(thing === 0 ? without(matter, lampWords) : matter);
  // Two things are a thing and what is wrong with it: a telephone and its connection.
  const things = [...scores.values()].filter((score) => score >= 2.5).length;
  if (things >= 2 && wordsOf(matter).length >= 4) return 'clear';
  if (thing >= 2) return telling > 0 || isWholeMatter(matter, thing) ? 'clear' : 'device-only';
  if (telling >= 3) return 'clear';
  return telling > 0 ? 'symptom-only' : 'nothing';
}

const names = Object.values(deviceWords)
  .flat()
  .filter(({ weight }) => weight >= 2 && weight < 5)
  .map(({ patterns }) => patterns);

/** On some thing, which the message does not name: `den röda lampan lyser`. */
const lampWords = patterns(`
röd | röda | rött | grön | gröna | grönt | gul | gula | gult | orange | lampa* | lampor* | lyser | blinkar
red | green | yellow | amber | light | lights | lamp | lamps | blinking | flashing
`);

/** Words that are neither a thing's name, nor said of everything, nor filling. */
function tellingWords(matter: string): number {
  const left = [vagueWords, ...names].reduce(without, withoutPurpose(matter));
  return wordsOf(left).filter((word) => word.length > 1 && !fillerWords.has(word)).length;
}

/** "Glömt lösenordet", "G: är borta": that is all there is to say. */
function isWholeMatter(matter: string, thing: number): boolean {
  return thing >= 3.5 && wordsOf(matter).length >= 2;
}
