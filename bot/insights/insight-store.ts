import type { Category } from '#bot/desk/category.ts';
import type { CountedFact } from './add-up.ts';
import type { Fact } from './facts/fact.ts';
import type { CaseToCount } from './facts/make-case-fact.ts';
import type { LooseCall, TalkOutcome } from './facts/make-talk-facts.ts';
import type { Tallies, Tally } from './measures/tally.ts';

/** The ways in which figures are broken down; `all`: not at all. */
export const breakdowns = [
  'all',
  'site',
  'area',
  'kind',
  'category',
  'priority',
  'type',
  'load',
  'contractor',
] as const;
export type Breakdown = (typeof breakdowns)[number];

/** What is narrowed in two ways at once and is still much: sums are kept of it too, but of no closed month. */
export const pairs = [
  'kind+category',
  'kind+priority',
  'kind+type',
  'category+priority',
  'category+type',
  'priority+type',
] as const;
export type Pair = (typeof pairs)[number];

/** Everything that sums are kept of. A pair's value is both of theirs: `school+incident`. */
export const keptWays: readonly (Breakdown | Pair)[] = [...breakdowns, ...pairs];
export type KeptWay = (typeof keptWays)[number];

/** A week as far as it lies in a month: both are sums of cells. */
export type Cell = { readonly week: string; readonly month: string };

/** Figures of one value. `people`, `workers`: pseudonyms, at most five: enough to know whether there are five. */
export type Sums<By extends KeptWay = Breakdown> = {
  readonly by: By;
  readonly value: string;
  readonly facts: number;
  readonly people: readonly string[];
  readonly workers: readonly string[];
  readonly tallies: Tallies;
};

/** A way of breaking down, or week by week: then `value` is a Monday. */
export type WayOfSumming = Breakdown | 'week';

/**
 * Facts of one value added up. `people`: how many; from five on it may be fewer than there are. `workers`: so of
 * `all`. Neither is exact of weeks. */
export type Total = {
  readonly value: string;
  readonly facts: number;
  readonly people: number;
  readonly workers: number;
  readonly tallies: Tallies;
};

export type SumsAsked = {
  readonly filter: FactFilter;
  readonly by: WayOfSumming;
  /** That tally alone; null: none, only how many. */
  readonly measure?: string | null;
  /** What is too young then to be judged is left out. */
  readonly at: Date;
};

export type InsightMark = {
  /** Cases that changed before then were read. */
  readonly changedAt: Date;
  readonly countedAt: Date;
  readonly formulas: number;
};

/** Facts of those days (local, both included; `month` instead where the period is one) that fit every value. */
export type FactFilter = {
  readonly weeks: { readonly from: string; readonly to: string } | null;
  readonly month: string | null;
  readonly site?: string | undefined;
  readonly area?: string | undefined;
  readonly kind?: string | undefined;
  readonly category?: string | undefined;
  readonly priority?: string | undefined;
  readonly type?: string | undefined;
};

export type Revision = {
  readonly at: Date;
  readonly month: string;
  readonly by: Breakdown;
  readonly value: string;
  readonly measure: string;
  readonly old: Tally;
  readonly new: Tally;
  readonly why: 'cases' | 'formulas' | 'rebuilt';
  readonly caseNumbers: readonly string[];
};

export type NoteCounts = {
  readonly noteId: string;
  readonly shown: number;
  readonly solved: number;
  readonly notSolved: number;
  readonly silent: number;
  readonly cases: number;
};

export type IncidentCount = {
  readonly siteId: string;
  readonly category: Category;
  readonly before: number;
  readonly lately: number;
};

/** Where facts and figures are kept. */
export type InsightStore = {
  mark(): Promise<InsightMark | null>;
  setMark(mark: InsightMark): Promise<void>;
  /** Cases changed since then whose fact is of an earlier version, by the time of the change, at most so many. */
  changedCases(
    since: Date,
    after: { at: Date; id: string } | null,
    limit: number,
  ): Promise<(CaseToCount & { readonly changedAt: Date })[]>;
  /** What became of notes outside cases, and what the model cost there. */
  talks(from: Date, to: Date): Promise<{ readonly outcomes: TalkOutcome[]; readonly calls: LooseCall[] }>;
  /** @returns the cells that they are in now or were in. */
  putFacts(facts: readonly Fact[], at: Date): Promise<Cell[]>;
  /** Finds what came back within 14 days, around those facts. @returns the cells of what did. */
  linkReturns(ids: readonly string[], at: Date): Promise<Cell[]>;
  /** Cells in which something was reported in that time: for what becomes old enough to be judged. */
  cellsBetween(from: Date, to: Date): Promise<Cell[]>;
  allCells(): Promise<Cell[]>;
  /** As they are added up, as of `at`. */
  factsOfCell(cell: Cell, at: Date): Promise<CountedFact[]>;
  /** Takes the place of all sums of that cell. */
  putCell(cell: Cell, sums: readonly Sums<KeptWay>[]): Promise<void>;
  /** Rows of one way, of one value where it is given; `measure`: with that tally alone, or with none. */
  cells(of: {
    by: KeptWay;
    value?: string;
    weeks: FactFilter['weeks'];
    month: string | null;
    measure?: string | null;
  }): Promise<(Cell & Sums<KeptWay>)[]>;
  /** Every way at once, cell by cell added up: for closing a month. */
  monthSums(month: string): Promise<Sums[]>;
  months(): Promise<string[]>;
  frozen(month: string): Promise<Sums[]>;
  frozenMonths(): Promise<string[]>;
  freeze(month: string, sums: readonly Sums[], at: Date): Promise<void>;
  addRevisions(revisions: readonly Revision[]): Promise<void>;
  revisions(
    month: string | null,
    before: number | null,
    limit: number,
  ): Promise<
    (Revision & {
      readonly seq: number /** Behind the figure as it is now: at most five. */;
      readonly people: number;
    })[]
  >;
  facts(filter: FactFilter): Promise<Fact[]>;
  /** Facts added up by each value of one way; for what no sums are kept of. */
  sumFacts(asked: SumsAsked): Promise<Total[]>;
  /** Newest first. `part`: counted by the measure, in its denominator alone, or both. */
  factsOfMeasure(of: {
    filter: FactFilter;
    measure: string;
    part: 'yes' | 'no' | 'all';
    before: { at: Date; id: string } | null;
    limit: number;
  }): Promise<Fact[]>;
  /** Incidents by site and category: from then until `since`, and since. */
  incidentCounts(from: Date, since: Date): Promise<IncidentCount[]>;
  factsWithContractor(since: Date): Promise<Fact[]>;
  noteCounts(since: Date): Promise<NoteCounts[]>;
  /** Cases that the note was shown before, newest first: those that NoteCounts counts. */
  factsOfNote(of: {
    noteId: string;
    since: Date;
    before: { at: Date; id: string } | null;
    limit: number;
  }): Promise<Fact[]>;
  help(): Promise<{ readonly at: Date; readonly data: unknown } | null>;
  setHelp(at: Date, data: unknown): Promise<void>;
  /** Forgets every fact and cell; what was frozen stays, to be compared. */
  clear(): Promise<void>;
};
