import type { Note } from '#knowledge/note.ts';
import { isStale } from '#knowledge/note-life.ts';
import type { WorkStore } from '#knowledge/review/work-store.ts';
import type { NoteSummary } from '../contract/note-contract.ts';
import type { ApiContext } from '../define-route.ts';

/** What a summary needs beside the note. */
export type SummaryFacts = {
  /** Times that each note was given as an answer in the last 90 days. */
  readonly answers: ReadonlyMap<string, number>;
  /** Notes of which the reader has a draft. */
  readonly drafts: ReadonlySet<string>;
};

type Reader = Pick<ApiContext<unknown, unknown, unknown>, 'loaded' | 'rights' | 'now'>;

export function summariseNote(note: Note, reader: Reader, facts: SummaryFacts): NoteSummary {
  const { desk } = reader.loaded;
  return {
    id: note.id,
    title: note.title,
    category: note.category,
    sites: [...note.sites],
    siteKinds: [...note.siteKinds],
    audience: note.audience,
    status: note.status,
    confidence: note.confidence,
    owner: note.owner,
    ownerName: note.owner === null ? null : (desk.people.get(note.owner)?.name ?? null),
    lastVerified: note.lastVerified,
    reviewBy: note.reviewBy,
    stale: isStale(note, reader.now, desk.settings.timezone),
    answers: facts.answers.get(note.id) ?? 0,
    mayEdit: reader.rights.mayEdit(note),
    hasDraft: facts.drafts.has(note.id),
  };
}

const day = 86_400_000;
/** Milliseconds for which the counts are taken to be as they were. */
const freshFor = 60_000;

/** Answers of the last 90 days by note, counted at most once a minute for everybody. */
export function createAnswerCounts(
  work: Pick<WorkStore, 'shownCounts'>,
): (now: Date) => Promise<ReadonlyMap<string, number>> {
  let known: { at: number; counts: Promise<ReadonlyMap<string, number>> } | null = null;
  return (now) => {
    if (known !== null && Math.abs(now.getTime() - known.at) < freshFor) return known.counts;
    const counts = work.shownCounts(new Date(now.getTime() - 90 * day));
    known = { at: now.getTime(), counts };
    counts.catch(() => {
      known = null;
    });
    return counts;
  };
}
