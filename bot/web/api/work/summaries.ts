import type { Note } from '#knowledge/note.ts';
import type { NoteSummary } from '../contract/note-contract.ts';
import type { Reader } from '../notes/note-detail.ts';
import { createAnswerCounts, summariseNote } from '../notes/summarise-note.ts';
import type { WorkPorts } from './work-ports.ts';

/** Summaries of notes as the reader may see them, and how many answers rest on each. */
export type Summaries = {
  readonly answers: (now: Date) => Promise<ReadonlyMap<string, number>>;
  /** A function that summarises any note for this reader. */
  readonly forReader: (reader: Reader) => Promise<(note: Note) => NoteSummary>;
};

export function createSummaries({ work, review }: Pick<WorkPorts, 'work' | 'review'>): Summaries {
  const answers = createAnswerCounts(work);
  return {
    answers,
    async forReader(reader) {
      const [counts, drafts] = await Promise.all([answers(reader.now), review.draftsOf(reader.person.upn)]);
      const facts = { answers: counts, drafts: new Set(drafts.map(({ noteId }) => noteId)) };
      return (note) => summariseNote(note, reader, facts);
    },
  };
}
