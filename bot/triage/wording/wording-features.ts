import { wordsOf } from '../text/fold.ts';

/** As long are the parts of words that are looked at: compounds and inflections share them. */
const partLength = 4;

/**
 * What a folded line (toLine) holds, for weights to be learned of: its words, neighbouring words, and parts of words
 * with `<` and `>` for their ends. Each once; figures are all alike.
 */
export function wordingFeatures(line: string): string[] {
  const words = wordsOf(line).map((word) => word.replace(/[.,:]+/g, '').replace(/\d/g, '0'));
  return [...new Set(words.flatMap((word, place) => [...featuresOf(word, words[place + 1])]))];
}

function* featuresOf(word: string, next: string | undefined): Iterable<string> {
  yield ` ${word} `;
  if (next !== undefined) yield ` ${word} ${next} `;
  const ended = `<${word}>`;
  for (let start = 0; start + partLength <= ended.length; start += 1)
    yield ended.slice(start, start + partLength);
}
