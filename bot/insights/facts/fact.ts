import type { Category } from '#bot/desk/category.ts';
import type { PriorityLevel } from '#bot/desk/priority.ts';
import type { SiteKind } from '#bot/desk/site.ts';
import type { BounceReason } from '#bot/handoff/case-record.ts';
import type { TicketType } from '#bot/triage/triage-result.ts';

/** How much open work whoever took a case had at that time. */
export const loads = ['0-2', '3-5', '6-9', '10+'] as const;
export type Load = (typeof loads)[number];

export const steps = ['answer', 'acknowledgement', 'arrival', 'resolution'] as const;
export type Step = (typeof steps)[number];

/** Seconds from the report: in the desk's service hours, and by the wall's clock. */
export type Elapsed = { readonly service: number; readonly wall: number };

/**
 * What is counted of one matter: a case, or a talk that a note ended without one. No words, no names: who reported it
 * and who took it are pseudonyms, which serve to know the same person again.
 */
export type Fact = {
  /** The case's id; `talk-<number>` for a talk. */
  readonly id: string;
  readonly matter: 'case' | 'talk';
  readonly number: string | null;
  /** Of the case as it was read. */
  readonly version: number;
  readonly at: Date;
  /** The local Monday of its week, and its local month (`2026-10`). */
  readonly week: string;
  readonly month: string;
  readonly siteId: string | null;
  readonly area: string | null;
  readonly siteKind: SiteKind | null;
  readonly category: Category;
  readonly priority: PriorityLevel | null;
  readonly type: TicketType | null;
  readonly load: Load | null;
  readonly contractorId: string | null;
  readonly person: string;
  readonly worker: string | null;
  /** What it was about, to know the same again at the site: `device:…`, ids of the site's own notes. */
  readonly things: readonly string[];
  /** Talk: helped by their own words, nobody said otherwise, or left after it did not help. */
  readonly outcome: 'confirmed' | 'silent' | 'left' | 'open' | 'resolved' | 'cancelled';
  readonly endedAt: Date | null;
  /** Reported or opened again within 14 days. */
  readonly cameBack: boolean;
  readonly hadNote: boolean;
  readonly notes: readonly string[];
  readonly notesSolved: number;
  readonly notesFailed: number;
  /** Questions that Vaktis asked back; null where they are not kept. */
  readonly asked: number | null;
  readonly elapsed: Readonly<Partial<Record<Step, Elapsed>>>;
  readonly promisesKept: number;
  readonly promisesLate: number;
  /** How often it went from one party to another. */
  readonly reassigned: number;
  readonly bounces: readonly BounceReason[];
  /** With the contractor who kept the least of their promise, if several had it. Seconds of their service hours. */
  readonly contractor: {
    readonly waited: number;
    readonly promised: number | null;
    readonly kept: boolean | null;
  } | null;
  readonly visited: boolean;
  readonly couldBeRemote: boolean | null;
  /** In the desk's money; null: no model worked on it. */
  readonly modelCost: number | null;
};

/** After so long nobody says any more that it came back. */
export const comesBackWithin = 14 * 86_400_000;
