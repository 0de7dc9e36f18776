import type { Category } from './category.ts';
import type { PriorityLevel } from './priority.ts';
import type { RetentionSettings } from './retention.ts';
import type { SiteKind } from './site.ts';

export type ConnectorKind =
  | 'folder'
  | 'email'
  | 'servicenow'
  | 'jira-service-management'
  | 'zammad'
  | 'topdesk';

/** A length of time as the desk writes it: `5m`, `4h` of running clock, `2d` service days. */
export type DurationText = string;

/** One row of the who-owns-what matrix. The first row whose every named condition matches wins. */
export type ResponsibilityRow = {
  readonly category: Category | null;
  readonly site: string | null;
  readonly area: string | null;
  readonly siteKind: SiteKind | null;
  readonly handledBy: 'local' | 'contractor';
  /** Contractor id when handledBy is `contractor`. */
  readonly contractor: string | null;
};

export type Contractor = {
  readonly id: string;
  readonly name: string;
  readonly connector: ConnectorKind;
  /** opening_hours syntax; null = always. */
  readonly serviceHours: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  /** Longest time to resolution promised, in their service hours. */
  readonly promise: Readonly<Partial<Record<PriorityLevel, DurationText>>>;
  /** Fields that may never cross the boundary. */
  readonly withhold: readonly string[];
  /** Other settings of the connector, as written; never secrets. */
  readonly settings: Readonly<Record<string, unknown>>;
};

/** Whose matter it is when it is not IT's. */
export type Referral = {
  readonly about: readonly string[];
  readonly to: string;
  readonly phone: string | null;
};

export type EscalationStep = 'deputy' | 'any_technician' | 'contractor' | 'dispatcher';

export type EscalationRule = {
  readonly acknowledgeWithin: DurationText;
  readonly respondWithin: DurationText;
  /** True: the clocks run at night too; false: in the desk's service hours. */
  readonly aroundTheClock: boolean;
  readonly then: readonly EscalationStep[];
};

/** What of a person's entry in the organisation's directory a rule may look at. */
export const directoryFields = ['department', 'office', 'city', 'company'] as const;
export type DirectoryField = (typeof directoryFields)[number];

/**
 * How the site of people who come from the organisation's directory is found: the first row wins whose every named
 * field fits one of its patterns. A pattern is the whole text, whatever its case; `*` stands for any text.
 */
export type PeopleRule = {
  readonly when: Readonly<Partial<Record<DirectoryField, readonly string[]>>>;
  readonly gives:
    | { readonly kind: 'sites'; readonly siteIds: readonly string[] }
    /** The site whose name, alias or id stands in that field; the rule passes over who has none there. */
    | { readonly kind: 'site-named-by'; readonly field: DirectoryField }
    /** Not of this desk at all: never kept. */
    | { readonly kind: 'leave-out' };
};

/** desk.yaml. */
export type DeskSettings = {
  readonly name: string;
  /** ISO 639-1; the language of replies when the message's own is not one that Vaktis speaks. */
  readonly language: 'sv' | 'en';
  /** IANA zone. */
  readonly timezone: string;
  readonly serviceHours: string;
  /** ISO 3166-1 alpha-2, whose public holidays `PH` means. */
  readonly holidays: string;
  /** Names of site facts that are shown to a technician only on request, logged, never on a lasting card. */
  readonly secretFacts: readonly string[];
  readonly responsibility: readonly ResponsibilityRow[];
  readonly contractors: readonly Contractor[];
  readonly referrals: readonly Referral[];
  readonly escalation: Readonly<Record<PriorityLevel, EscalationRule>>;
  /** Absent: nobody's site is found from the directory. */
  readonly peopleRules?: readonly PeopleRule[];
  /** Days that what is stored about people is kept. What is absent is as usual: see retention.ts. */
  readonly retention?: RetentionSettings;
};
