import type { Category } from '#bot/desk/category.ts';
import type { PriorityLevel } from '#bot/desk/priority.ts';

/** What editors' work is found in, and what was decided on it. Counts are made by the database. */

export type WorkDecisionKind = 'accept' | 'refuse' | 'later';

/** A question that had no note, secrets masked. */
export type AskedQuestion = {
  readonly seq: number;
  readonly at: Date;
  readonly text: string;
  readonly siteId: string | null;
  readonly category: string | null;
};

/** Something that was asked before, with or without a note. */
export type EarlierQuestion = {
  readonly text: string;
  readonly siteId: string | null;
  readonly hadNote: boolean;
};

/** How a note did in a stretch of time. */
export type NoteFailures = {
  readonly noteId: string;
  readonly notSolved: number;
  readonly solved: number;
};

/** A case that a technician solved with words of their own, and that no note was confirmed with. */
export type ClosedCase = {
  readonly id: string;
  readonly number: string;
  readonly siteId: string | null;
  readonly category: string;
  readonly title: string;
  /** In the requester's own words, secrets masked. */
  readonly symptom: string;
  readonly device: string | null;
  readonly closingWords: string;
  readonly solvedAt: Date;
  /** What was said, oldest first. */
  readonly dialogue: readonly { readonly name: string; readonly text: string }[];
  readonly replyLanguage: 'sv' | 'en';
};

/** What of a case decided whose it was. */
export type PastCase = {
  readonly number: string;
  readonly title: string;
  readonly siteId: string | null;
  readonly category: Category;
  readonly level: PriorityLevel;
  readonly createdAt: Date;
  /** Notes that were shown, in order. */
  readonly notesShown: readonly string[];
};

export type StoredDecision = {
  readonly kind: string;
  readonly itemId: string;
  readonly decision: WorkDecisionKind;
  readonly byUpn: string;
  readonly at: Date;
  /** When it comes back; null: it does not, unless something new happens. */
  readonly until: Date | null;
};

export type WorkStore = {
  /** Those that nobody has set aside, or until a time that has come; newest first. */
  unanswered(at: Date, limit: number): Promise<AskedQuestion[]>;
  /** Changes with every question that comes, and when some are set aside. */
  unansweredMark(at: Date): Promise<string>;
  setQuestionsAside(aside: {
    readonly seqs: readonly number[];
    readonly byUpn: string;
    readonly at: Date;
    readonly until: Date | null;
  }): Promise<void>;
  /** Newest first: what had no note, and what notes were tried for. */
  earlierQuestions(limit: number): Promise<EarlierQuestion[]>;
  /** Notes that failed somebody since then, or since they were set aside later than that; the most often first. */
  failures(since: Date): Promise<NoteFailures[]>;
  /** What had been asked when they failed, newest first, at most so many for each. */
  failedWordings(noteIds: readonly string[], each: number): Promise<ReadonlyMap<string, readonly string[]>>;
  /** How often each note was given as an answer since then. */
  shownCounts(since: Date): Promise<ReadonlyMap<string, number>>;
  /** Cases since then, by site. */
  casesBySite(since: Date): Promise<ReadonlyMap<string, number>>;
  /** Newest first; those that were decided on are left out. */
  closedCases(since: Date, limit: number): Promise<ClosedCase[]>;
  /** Also one that is not among the newest; null: there is no such case, or it was decided on. */
  closedCase(id: string): Promise<ClosedCase | null>;
  /** Newest first, whatever their state. */
  latestCases(limit: number): Promise<PastCase[]>;
  /** Those that hold at that time, by item. */
  decisions(kind: string, at: Date): Promise<ReadonlyMap<string, StoredDecision>>;
  /** A newer decision takes the place of the last. */
  decide(decision: StoredDecision): Promise<void>;
  /** False: somebody decided on it before, and that stands. Two who press at once: one of them decides. */
  decideOnce(decision: StoredDecision): Promise<boolean>;
};
