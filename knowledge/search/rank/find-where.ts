import type { Analyser } from '../analyse/analyser.ts';
import { words } from '../analyse/words.ts';
import { places } from '../glossary/places.ts';

const placeIdeas = new Set(places.map(({ idea }) => `#${idea}`));
const beforePlace = new Set(words('i på vid hos från under bakom utanför in at on by near from behind'));
/** `i den stora salen`. */
const mostBetween = 2;
/** `den`, `stora`, `Birgittas`, `2`; not the thing of `på matsedeln ute`. */
const tellsWhich = /^(?:den|det|min|mitt|din|ditt|var|vart|er|ert|en|ett|.*[aes]|.*\d)$/;
/** `A214`, `12b`: what doors are called. */
const roomNumber = /^[a-z]?\d{2,4}[a-z]?$/;
const beforeNumber = new Set(words('i rum rummet sal salen klassrum klassrummet in room classroom'));

/** The words of a text that say where: those that name a kind of room, and what stands between one and its `i`. */
export function findWhere(tokens: readonly string[], analyser: Analyser, language: 'sv' | 'en'): Set<string> {
  const where = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (isRoomNumber(token, tokens[at - 1] ?? '', language)) where.add(token);
    for (const idea of placePhrasesAt(tokens, at, analyser, language)) {
      // What the phrase means, and both of its words.
      for (const word of [idea, token, tokens[at + 1] ?? '']) where.add(word);
    }
    if (!namesPlace(token, analyser, language)) continue;
    where.add(token);
    const before = tokens.slice(Math.max(0, at - mostBetween - 1), at);
    const began = before.findLastIndex((word) => beforePlace.has(word));
    const between = began < 0 ? [] : before.slice(began + 1);
    if (language === 'en' || between.every((word) => tellsWhich.test(word)))
      for (const word of between) where.add(word);
  }
  return where;
}

/** `staff room`: places that take two words. */
function placePhrasesAt(
  tokens: readonly string[],
  at: number,
  analyser: Analyser,
  language: 'sv' | 'en',
): string[] {
  return analyser.phrasesAt(tokens, at, language).filter((idea) => placeIdeas.has(idea));
}

/** What doors are called. */
export function isNumberOfRoom(token: string): boolean {
  return roomNumber.test(token);
}

/** Swedish `in` is into: `skannade in 14 blanketter` names no room. */
function isRoomNumber(token: string, before: string, language: 'sv' | 'en'): boolean {
  if (language === 'sv' && before === 'in') return false;
  return isNumberOfRoom(token) && beforeNumber.has(before);
}

function namesPlace(token: string, analyser: Analyser, language: 'sv' | 'en'): boolean {
  return analyser.word(token, language).ideas.some((idea) => placeIdeas.has(idea));
}
