import { scoreWords } from './find-category.ts';
import { malfunctionWords } from './lexicon/filler-words.ts';
import { furtherWords, severalMarkers } from './lexicon/talk-words.ts';
import { toLine, wordsOf } from './text/fold.ts';
import { matches } from './text/patterns.ts';

/** More than this many matters in one message are taken as one: a person sorts them out. */
const most = 4;

/**
 * Splits a message about several matters. Careful: one matter is often told in many sentences, so each part
 * must name a thing of its own and that something is wrong with it (or be announced: "två saker: …").
 */
export function splitProblems(text: string): readonly string[] {
  const line = toLine(text);
  const announced = matches(line, severalMarkers) || matches(line, furtherWords) || numbered.test(text);
  const parts = joinUnclear(splitParts(text, announced), announced);
  if (parts.length < 2 || parts.length > most) return [text];
  return parts;
}

const numbered = /(?:^|\s)(?:1[.)]|a\))\s.+(?:\s)(?:2[.)]|b\))\s/s;

function splitParts(text: string, announced: boolean): string[] {
  const seams = announced
    ? /(?<=[.!?;])\s+|\n+|\s+(?=\d[.)]\s)|\s+(?:OCH|och|and|samt|plus|&)\s+|,\s+(?=(?:dessutom|sen|sedan|och|även|also|dels)\b)|\s+(?=(?:dels|dessutom)\b)/u
    : /(?<=[.!?;])\s+|\n+|\s+(?:OCH|och|and|samt)\s+(?=(?:jag|min|mitt|mina|vår|vårt|i|my|our|the|\p{L}+(?:en|et|n|arna|orna|erna))\b)/u;
  return text
    .split(seams)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Parts that do not stand by themselves belong to the one before. */
function joinUnclear(parts: readonly string[], announced: boolean): string[] {
  const joined: { text: string; about: string | null }[] = [];
  for (const part of parts) {
    const about = matterOf(part, announced);
    const last = joined.at(-1);
    const open = last !== undefined && last.about === null;
    if (last === undefined) joined.push({ text: part, about });
    else if (about === null || open || about === last.about) {
      joined[joined.length - 1] = { text: `${last.text} ${part}`, about: last.about ?? about };
    } else joined.push({ text: part, about });
  }
  return joined.map(({ text }) => text);
}

/** The category that a part is about, when it is a report by itself. */
function matterOf(part: string, announced: boolean): string | null {
  const line = toLine(part);
  if (wordsOf(line).length < 3) return null;
  if (!announced && !matches(line, malfunctionWords)) return null;
  const [best] = [...scoreWords(line)].sort(([, a], [, b]) => b - a);
  return best !== undefined && best[1] >= (announced ? 2 : 3) ? best[0] : null;
}
