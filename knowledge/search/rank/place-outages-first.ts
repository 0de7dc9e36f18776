import type { FoundNote } from '../note-search.ts';

/** An outage note is about what was asked when it reaches this part of the best note's score. */
const aboutTheSame = 0.5;
const least = 0.2;

/** A known outage that holds now explains the fault better than any guided fix: it comes first, if it is about it. */
export function placeOutagesFirst<Found extends FoundNote>(ranked: readonly Found[]): Found[] {
  const top = ranked[0]?.score ?? 0;
  const isMeant = (found: Found) => found.currentOutage && found.score >= Math.max(least, top * aboutTheSame);
  const first = ranked.filter(isMeant).map((found) => ({ ...found, score: Math.max(found.score, top) }));
  return [...first, ...ranked.filter((found) => !isMeant(found))];
}
