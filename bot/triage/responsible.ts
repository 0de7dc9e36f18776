import type { Category } from '#bot/desk/category.ts';
import type { Desk } from '#bot/desk/desk.ts';
import type { PriorityLevel } from '#bot/desk/priority.ts';
import type { Reason } from './triage-result.ts';

export type ResponsibilityQuestion = {
  readonly category: Category | null;
  readonly siteId: string | null;
  readonly level: PriorityLevel;
  readonly at: Date;
  /** `handled_by` of the note that fits, which overrides the matrix. */
  readonly noteHandledBy: string | null;
  /** Open cases by technician upn; missing = 0. */
  readonly openCases: ReadonlyMap<string, number>;
  /** Technicians already tried for this case (declined, silent, unreachable): left out. */
  readonly except?: readonly string[];
  /** Technicians who solved the same kind of matter at this site lately, the latest first; absent: not asked. */
  readonly fixedBy?: readonly string[];
  /** `visits`: who can be there while the site is open today goes first; absent: not asked. */
  readonly minding?: 'visits';
};

/** How the technician is reached at that moment. */
export type Availability =
  /** On duty now. */
  | 'on-duty'
  /** Nobody is on duty; reached through on-call for a critical case. */
  | 'on-call'
  /** Nobody is on duty nor on call; a critical case goes to the first choice and escalates at once. */
  | 'escalates-at-once'
  /** Waits for the next duty, at `readyAt`. */
  | 'waits'
  /** Contractors: judged by their service hours. */
  | 'contractor-open'
  | 'contractor-closed';

export type Responsible = {
  readonly kind: 'technician' | 'contractor';
  /** upn or contractor id. */
  readonly id: string;
  readonly availability: Availability;
  /** When they can begin: `at` when reachable now. Null when unknown (no duty ahead). */
  readonly readyAt: Date | null;
  /** Who it would have been in ordinary hours, when that is someone else. */
  readonly insteadOf: string | null;
  /** In order: why this party, why this person. */
  readonly reasons: readonly Reason[];
};

export type ChooseResponsible = (desk: Desk, question: ResponsibilityQuestion) => Responsible | null;
