import type { Category } from '#bot/desk/category.ts';
import type { Absence } from '#bot/desk/technician.ts';
import type { CaseView, PartyView } from './reply.ts';

/** One case on a technician's way. */
export type DayStop = {
  readonly case: CaseView;
  readonly siteId: string | null;
  /** When they could be there; null: not within a week. */
  readonly arrive: string | null;
  /** How many notes go with it. */
  readonly notes: number;
  readonly contact: { readonly name: string; readonly phone: string | null } | null;
  /** Names of the secret facts that the site has; values never. */
  readonly keys: readonly string[];
  readonly visitHours: string | null;
  readonly visitNotes: string | null;
};

/** What Vaktis says about who works when. Instants are ISO 8601, the end of a period exclusive. */
export type DispatchReply =
  | {
      readonly kind: 'duty';
      readonly siteName: string | null;
      readonly at: string;
      /** True: asked about this very moment. */
      readonly now: boolean;
      /** Nearest to the site first. */
      readonly onDuty: readonly PartyView[];
      readonly onCall: readonly PartyView[];
      /** Who is away then; empty for readers whom that does not concern. Why is nobody's business. */
      readonly away: readonly { readonly name: string; readonly until: string }[];
      readonly next: { readonly name: string; readonly at: string } | null;
    }
  /** To a technician who says that they are away: one press stores it. */
  | {
      readonly kind: 'absence-question';
      readonly absence: Absence;
      readonly from: string;
      readonly to: string;
      /** How many open cases go to colleagues, and how many wait. */
      readonly moves: number;
      readonly waits: number;
    }
  /** Stored, and what became of the open cases. `name` null: to the technician; else to a dispatcher. */
  | {
      readonly kind: 'absence-kept';
      readonly name: string | null;
      /** The same as dates, both included; null when it is not whole days. */
      readonly days: { readonly from: string; readonly to: string } | null;
      readonly from: string;
      readonly to: string;
      readonly reason: string | null;
      readonly moved: readonly { readonly about: string; readonly to: string | null }[];
      readonly waiting: readonly string[];
    }
  /** To whoever promised to come and will not make it, or did not: what the requester was told, and one press to change it. */
  | {
      readonly kind: 'slip-question';
      readonly case: CaseView;
      readonly why: 'slipping' | 'late';
      readonly promised: string;
      /** The time that the requester was told instead; null: none. */
      readonly told: string | null;
      readonly requester: string;
    }
  /** What is open and needs somebody, kept true on a dispatcher's screen. */
  | {
      readonly kind: 'board';
      readonly open: number;
      readonly unacknowledged: number;
      readonly slipping: number;
      readonly waiting: number;
      /** What needs somebody first; the rest goes its way. */
      readonly rows: readonly {
        readonly case: CaseView;
        readonly flag: 'nobody' | 'overdue' | 'late' | 'unacknowledged' | 'slipping' | 'urgent' | null;
      }[];
    }
  /** To a dispatcher who wants to announce an outage: one press does. */
  | {
      readonly kind: 'announce-question';
      readonly outage: {
        readonly category: Category;
        readonly siteIds: readonly string[];
        readonly text: string;
      };
      readonly siteNames: readonly string[];
      /** How many are at home there. */
      readonly concerned: number;
    }
  | { readonly kind: 'announced'; readonly case: CaseView; readonly text: string; readonly told: number }
  /** To those whom it concerns. */
  | { readonly kind: 'announcement'; readonly text: string; readonly siteNames: readonly string[] }
  /** A technician's own open cases, in the order in which they can be done. */
  | {
      readonly kind: 'my-day';
      readonly occasion: 'asked' | 'morning';
      readonly stops: readonly DayStop[];
      /** On hold. */
      readonly waiting: readonly CaseView[];
      /** Asked, and not answered yet; or waiting for the next duty. */
      readonly offered: readonly CaseView[];
    }
  /** To whoever has a case that nobody has begun with in time. */
  | { readonly kind: 'overdue'; readonly case: CaseView }
  /** What a technician wrote or photographed has gone to the requester, and into the case. */
  | { readonly kind: 'relayed-to-requester'; readonly case: CaseView; readonly to: string }
  | { readonly kind: 'back-at-work'; readonly wasAway: boolean };
