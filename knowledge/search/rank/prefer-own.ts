import type { Nearness } from '../index/shelf.ts';
import type { FoundNote } from '../note-search.ts';

/** A nearer note that reaches this part of a farther one's score fits about as well. */
const aboutAsWell = 0.8;
const order: Readonly<Record<Nearness, number>> = { site: 0, kind: 1, everyone: 2 };

type Near = FoundNote & { readonly nearness: Nearness };

/**
 * What is known about the person's own site goes before what holds everywhere: a note of the same category that
 * fits about as well as the best takes its place and its score.
 */
export function preferOwn<Found extends Near>(ranked: readonly Found[]): Found[] {
  const [best] = ranked;
  if (best === undefined || best.nearness === 'site' || best.currentOutage) return [...ranked];
  const nearest = ranked
    .filter((found) => order[found.nearness] < order[best.nearness] && fits(found, best))
    .sort((a, b) => order[a.nearness] - order[b.nearness] || b.score - a.score)[0];
  if (nearest === undefined) return [...ranked];
  return [{ ...nearest, score: best.score }, ...ranked.filter((found) => found !== nearest)];
}

function fits(found: FoundNote, best: FoundNote): boolean {
  return (
    found.note.category === best.note.category && !found.stale && found.score >= best.score * aboutAsWell
  );
}
