import type { Site } from '#bot/desk/site.ts';
import type { Note } from '../note.ts';
import { createNoteSearch } from '../search/create-note-search.ts';
import { type FoundNote, isAboutElse } from '../search/note-search.ts';

/** What somebody asked before, secrets masked. */
export type EarlierWording = {
  readonly text: string;
  /** Null: the site was not known. */
  readonly siteId: string | null;
};

export type WouldAnswer = {
  /** Of the wording, in the list that was given. */
  readonly index: number;
  /** 0–1: how often a note that stands so is right. */
  readonly probability: number;
  /** The note that comes first without the draft; null when none does. */
  readonly insteadOf: string | null;
};

export type WouldAnswerDesk = {
  /** The notes as they are; one with the draft's id is replaced by it. */
  readonly notes: readonly Note[];
  readonly sites: ReadonlyMap<string, Site>;
  /** IANA. */
  readonly timezone: string;
  readonly at: Date;
};

/** Below this even the best note is more likely wrong than right. */
const leastProbability = 0.3;

/** The first of notes that all say nothing of it is first by chance. */
function isAnswer(found: FoundNote): boolean {
  return (found.probability ?? 0) >= leastProbability && !isAboutElse(found);
}

/**
 * Which earlier wordings would have found this note first, had it been published: the likeliest first. Asks the same
 * search as people do, as staff (as a technician when the note is theirs alone), so that nothing is promised which
 * the chat would not keep. Reads the notes in anew: some tens of milliseconds for a hundred.
 */
export function wouldHaveAnswered(
  draft: Note,
  earlier: readonly EarlierWording[],
  desk: WouldAnswerDesk,
): WouldAnswer[] {
  const others = desk.notes.filter(({ id }) => id !== draft.id);
  const without = createNoteSearch(desk.notes, desk);
  const withDraft = createNoteSearch([...others, { ...draft, status: 'published' }], desk);
  return earlier
    .flatMap(({ text, siteId }, index): WouldAnswer[] => {
      const site = siteId === null ? null : (desk.sites.get(siteId) ?? null);
      const query = { text, site, audience: draft.audience, at: desk.at, limit: 2 };
      const [best] = withDraft.search(query);
      if (best?.note.id !== draft.id || !isAnswer(best)) return [];
      const probability = best.probability ?? 0;
      const before = without.search(query).find(({ note }) => note.id !== draft.id);
      const answered = before !== undefined && isAnswer(before);
      return [{ index, probability, insteadOf: answered ? before.note.id : null }];
    })
    .sort((a, b) => b.probability - a.probability);
}
