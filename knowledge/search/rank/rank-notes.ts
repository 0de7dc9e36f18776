import { isCurrentOutage, isStale } from '../../note-life.ts';
import type { FoundNote, NoteQuery } from '../note-search.ts';
import { probabilityOf } from './calibrate.ts';
import { findAboutness } from './find-aboutness.ts';
import { isAboutOtherRoom } from './find-other-room.ts';
import { type FuseTools, fuse } from './fuse.ts';
import { placeOutagesFirst } from './place-outages-first.ts';
import { preferFresh } from './prefer-fresh.ts';
import { preferOwn } from './prefer-own.ts';
import type { Question } from './question.ts';
import type { NoteScore } from './score-notes.ts';

/** Best first, with what a reader must know of each note, cut to the query's limit. */
export function rankNotes(
  scores: readonly NoteScore[],
  question: Question,
  query: NoteQuery,
  tools: FuseTools & { readonly timezone: string },
): FoundNote[] {
  const fused = fuse(scores, question, tools).map(({ score, relevance, coverage, matchedSymptom }) => ({
    note: score.note,
    nearness: score.nearness,
    from: score,
    score: relevance,
    stale: isStale(score.note, query.at, tools.timezone),
    currentOutage: isCurrentOutage(score.note, query.at, tools.timezone),
    evidence: { coverage, matchedSymptom, gap: 0 },
  }));
  const siteNames = [query.site?.name ?? '', ...(query.site?.aliases ?? [])];
  const ranked = placeOutagesFirst(preferOwn(preferFresh(fused, tools.analyser)));
  return ranked.slice(0, query.limit).map(({ nearness, from, ...found }, index) => {
    const next = ranked[index + 1]?.score ?? 0;
    const rival = index === 0 ? next : (ranked[0]?.score ?? 0);
    const { share, held } = findAboutness(question, from, tools);
    return {
      ...found,
      probability: probabilityOf({ score: found.score, lead: found.score - rival }),
      evidence: {
        ...found.evidence,
        gap: found.score - next,
        aboutness: share,
        held,
        ...(isAboutOtherRoom(question, found.note, { analyser: tools.analyser, siteNames })
          ? { otherRoom: true }
          : {}),
      },
    };
  });
}
