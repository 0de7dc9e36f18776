import type { Analyser } from '../analyse/analyser.ts';
import { words } from '../analyse/words.ts';
import { places } from '../glossary/places.ts';

const placeIdeas = new Set(places.map(({ idea }) => `#${idea}`));
const beforePlace = new Set(words('i på vid hos från under bakom utanför in at on by near from behind'));
/** `i den stora salen`. */
const mostBetween = 2;

/** The words of a question that say where: those that name a kind of room, and what stands between one and its `i`. */
export function findWhere(tokens: readonly string[], analyser: Analyser, language: 'sv' | 'en'): Set<string> {
  const where = new Set<string>();
  for (const [at, token] of tokens.entries()) {
    if (!analyser.word(token, language).ideas.some((idea) => placeIdeas.has(idea))) continue;
    where.add(token);
    const before = tokens.slice(Math.max(0, at - mostBetween - 1), at);
    const began = before.findLastIndex((word) => beforePlace.has(word));
    if (began >= 0) for (const word of before.slice(began + 1)) where.add(word);
  }
  return where;
}
